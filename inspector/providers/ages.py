"""How long something took or lay back, in words."""


def duration(seconds: float) -> str:
    """`0.4 s`, `2 s`, `12 min`, `3 h`, `5 d`: rounded down, without a sign."""
    seconds = abs(seconds)
    if seconds < 1:
        return f"{seconds:.1f} s"
    if seconds < 120:
        return f"{int(seconds)} s"
    if seconds < 7200:
        return f"{int(seconds / 60)} min"
    return f"{int(seconds / 3600)} h" if seconds < 172_800 else f"{int(seconds / 86_400)} d"
