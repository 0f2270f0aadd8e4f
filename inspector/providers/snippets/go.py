"""The snippet in Go 1.20 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Piece, Plan
from inspector.providers.snippets.writing import code, opening, quoted, usage

_WHSEC = 'base64.RawStdEncoding.DecodeString(strings.TrimRight(strings.TrimPrefix(secret, "whsec_"), "="))'
KEYS: Mapping[KeyForm, tuple[str, ...]] = {
    "utf-8": ("key := []byte(secret)",),
    "whsec": (f"key, _ := {_WHSEC}",),
    "whsec or utf-8": (
        "key := []byte(secret)",
        'if strings.HasPrefix(secret, "whsec_") {',
        f"\tkey, _ = {_WHSEC}",
        "}",
    ),
    "v1,whsec": ("key, _ := " + _WHSEC.replace("whsec_", "v1,whsec_"),),
    "hex": ("key, _ := hex.DecodeString(secret)",),
    "base64": ("key, _ := base64.StdEncoding.DecodeString(secret)",),
    "sha1": ("sum := sha1.Sum([]byte(secret))", "key := sum[:]"),
    "nfkd": ("// A secret beyond ASCII has to be in Unicode's form NFKD already.", "key := []byte(secret)"),
    "html": ("key := []byte(html.UnescapeString(secret))",),
}
ENCODINGS = {
    "hex": "hex.EncodeToString(digest)",
    "base64": "base64.StdEncoding.EncodeToString(digest)",
    "base64url": "base64.RawURLEncoding.EncodeToString(digest)",
}
PACKAGES = {
    "base64.": "encoding/base64",
    "hex.": "encoding/hex",
    "hmac.": "crypto/hmac",
    "html.": "html",
    "sha1.": "crypto/sha1",
    "sha256.": "crypto/sha256",
    "sha512.": "crypto/sha512",
    "strings.": "strings",
    "fmt.": "fmt",
    "os.": "os",
}


def write(plan: Plan) -> str:
    """The program."""
    run = "go run verify.go" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "//", run)
    inside = [*_usage(plan, run), *(_token(plan) if plan.is_token else _computing(plan)), *_ending()]
    text = "\n".join(inside)
    packages = sorted({name for use, name in PACKAGES.items() if use in text})
    return code(
        lines,
        "package main",
        "",
        "import (",
        [f'\t"{name}"' for name in packages],
        ")",
        "",
        "func main() {",
        ["\t" + line if line else "" for line in inside],
        "}",
    )


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = f'os.Getenv("{RECEIVED}") == ""' if plan.is_token else "len(os.Args) < 2"
    return [
        f'if os.Getenv("{SECRET}") == "" || {wanted} {{',
        f'\tfmt.Fprintln(os.Stderr, "{usage(plan, run)}")',
        "\tos.Exit(2)",
        "}",
        "",
    ]


def _computing(plan: Plan) -> list[str]:
    headers = [f"\t{quoted(name)}: {quoted(value)}," for name, value in plan.headers]
    lines = [
        "headers := map[string]string{",
        *headers,
        "}",
        "body, err := os.ReadFile(os.Args[1])",
        "if err != nil {",
        "\tpanic(err)",
        "}",
        f'secret := os.Getenv("{SECRET}")',
        "",
        *_signatures(plan),
        "",
        *KEYS[plan.key],
        "var message []byte",
    ]
    for piece in plan.pieces:
        if piece.kind == "sha256":
            lines.append("hashed := sha256.Sum256(body)")
        lines.append(f"message = append(message, {_piece(piece)}...)")
    if not any(piece.kind in ("body", "sha256") for piece in plan.pieces):
        lines.append("_ = body // it is not signed")
    if plan.secret_at == "key":
        lines += [
            f"mac := hmac.New({plan.hash}.New, key)",
            "mac.Write(message)",
            "digest := mac.Sum(nil)",
        ]
    else:
        first, second = ("key", "message") if plan.secret_at == "before" else ("message", "key")
        lines += [
            f"hasher := {plan.hash}.New()",
            f"hasher.Write({first})",
            f"hasher.Write({second})",
            "digest := hasher.Sum(nil)",
        ]
    return [*lines, f"expected := {ENCODINGS[plan.encoding]}"]


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "literal":
            return quoted(piece.raw)
        case "header":
            return f"headers[{quoted(piece.name)}]"
        case "field":
            return f"fields[{quoted(piece.name)}]"
        case "sha256":
            return "hex.EncodeToString(hashed[:])"
        case "body":
            return "body"


def _signatures(plan: Plan) -> list[str]:
    names = ", ".join(map(quoted, plan.signatures))
    lines = ["var signatures []string"]
    if plan.fields:
        lines.append("fields := map[string]string{}")
    return [
        *lines,
        f"for _, name := range []string{{{names}}} {{",
        "\tvalue := headers[name]",
        *_reading(plan),
        "}",
    ]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["\tsignatures = append(signatures, value)"]
        case Single(prefix=prefix):
            return [
                f"\tif strings.HasPrefix(value, {quoted(prefix)}) {{",
                f"\t\tsignatures = append(signatures, value[{len(prefix)}:])",
                "\t}",
            ]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            lines = [
                f"\tfor _, entry := range strings.Split(value, {quoted(separator)}) {{",
                f"\t\tif strings.HasPrefix(entry, {quoted(prefix)}) {{",
                f"\t\t\tsignatures = append(signatures, entry[{len(prefix)}:])",
            ]
            if bare:
                lines += [
                    '\t\t} else if entry != "" && !strings.Contains(entry, ",") {',
                    "\t\t\tsignatures = append(signatures, entry)",
                ]
            return [*lines, "\t\t}", "\t}"]
        case Pairs(name=name, separator=separator):
            lines = [
                f"\tfor _, item := range strings.Split(value, {quoted(separator)}) {{",
                '\t\tname, text, _ := strings.Cut(item, "=")',
                f"\t\tif name == {quoted(name)} {{",
                "\t\t\tsignatures = append(signatures, text)",
            ]
            if plan.fields:
                lines += [
                    "\t\t} else if _, known := fields[name]; !known {",
                    "\t\t\tfields[name] = text",
                ]
            return [*lines, "\t\t}", "\t}"]
        case Positional(fields=fields, separator=separator):
            lines = [f"\titems := strings.Split(value, {quoted(separator)})"]
            lines += ["\tfor at := range items {", "\t\titems[at] = strings.TrimSpace(items[at])", "\t}"]
            if plan.fields:
                lines += [f"\tfields[{quoted(name)}] = items[{place}]" for place, name in enumerate(fields)]
            return [*lines, f"\tsignatures = append(signatures, items[{len(fields)}:]...)"]
        case _:
            return ["\tsignatures = append(signatures, value)"]


def _token(plan: Plan) -> list[str]:
    start = [
        f'expected := os.Getenv("{SECRET}")',
        f'value := os.Getenv("{RECEIVED}")',
        "var signatures []string",
    ]
    if isinstance(plan.layout, Basic):
        return [
            *start,
            'scheme, text, _ := strings.Cut(value, " ")',
            "pair, err := base64.StdEncoding.DecodeString(text)",
            'if err == nil && strings.EqualFold(scheme, "basic") {',
            "\tsignatures = append(signatures, string(pair))",
            "}",
        ]
    prefix = plan.layout.prefix if isinstance(plan.layout, Single) else ""
    if not prefix:
        return [*start, "signatures = append(signatures, value)"]
    return [
        *start,
        f"if strings.HasPrefix(value, {quoted(prefix)}) {{",
        f"\tsignatures = append(signatures, value[{len(prefix)}:])",
        "}",
    ]


def _ending() -> list[str]:
    return [
        "",
        "for _, one := range signatures {",
        "\tif hmac.Equal([]byte(expected), []byte(one)) {",
        '\t\tfmt.Println("valid")',
        "\t\treturn",
        "\t}",
        "}",
        'fmt.Println("not valid")',
        "os.Exit(1)",
    ]


GO = Language(id="go", name="Go", file="verify.go", write=write)
