"""The snippet in Ruby 3 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Piece, Plan
from inspector.providers.snippets.writing import code, opening, usage
from inspector.providers.snippets.writing import quoted as quoted_for

_WHSEC = 'secret.delete_prefix("whsec_").unpack1("m")'
KEYS: Mapping[KeyForm, str] = {
    "utf-8": "secret",
    "whsec": _WHSEC,
    "whsec or utf-8": f'secret.start_with?("whsec_") ? {_WHSEC} : secret',
    "v1,whsec": _WHSEC.replace("whsec_", "v1,whsec_"),
    "hex": '[secret].pack("H*")',
    "base64": 'secret.unpack1("m")',
    "sha1": 'OpenSSL::Digest.digest("SHA1", secret)',
    "nfkd": 'secret.dup.force_encoding("UTF-8").unicode_normalize(:nfkd).b',
    "html": "CGI.unescapeHTML(secret)",
}
ENCODINGS = {
    "hex": 'digest.unpack1("H*")',
    "base64": '[digest].pack("m0")',
    "base64url": '[digest].pack("m0").tr("+/", "-_").delete("=")',
}


def quoted(raw: bytes | str) -> str:
    """A string in which Ruby fills in nothing."""
    return quoted_for(raw, "#")


def write(plan: Plan) -> str:
    """The program."""
    run = "ruby verify.rb" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "#", run)
    requires = ['require "openssl"', *(['require "cgi"'] if plan.key == "html" else [])]
    if plan.is_token:
        return code(lines, requires, "", _usage(plan, run), _token(plan), _ending())
    headers = [f"  {quoted(name)} => {quoted(value)}.b," for name, value in plan.headers]
    if plan.secret_at == "key":
        digest = f'OpenSSL::HMAC.digest("{plan.hash.upper()}", key, message)'
    else:
        joined = "key + message" if plan.secret_at == "before" else "message + key"
        digest = f'OpenSSL::Digest.digest("{plan.hash.upper()}", {joined})'
    return code(
        lines,
        requires,
        "",
        _usage(plan, run),
        "headers = {",
        headers,
        "}",
        "body = File.binread(ARGV[0])",
        f'secret = ENV.fetch("{SECRET}").b',
        "",
        _signatures(plan),
        "",
        f"key = {KEYS[plan.key]}",
        f"message = {' + '.join(map(_piece, plan.pieces)) or quoted('')}",
        f"digest = {digest}",
        f"expected = {ENCODINGS[plan.encoding]}",
        _ending(),
    )


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = f'!ENV.key?("{RECEIVED}")' if plan.is_token else "ARGV.empty?"
    return [
        f'if !ENV.key?("{SECRET}") || {wanted}',
        f'  warn "{usage(plan, run)}"',
        "  exit 2",
        "end",
        "",
    ]


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "literal":
            return f"{quoted(piece.raw)}.b"
        case "header":
            return f"headers[{quoted(piece.name)}]"
        case "field":
            return f"fields[{quoted(piece.name)}]"
        case "sha256":
            return 'OpenSSL::Digest.hexdigest("SHA256", body)'
        case "body":
            return "body"


def _signatures(plan: Plan) -> list[str]:
    names = ", ".join(map(quoted, plan.signatures))
    lines = ["signatures = []"]
    if plan.fields:
        lines.append("fields = {}")
    return [*lines, f"headers.values_at({names}).each do |value|", *_reading(plan), "end"]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["  signatures << value"]
        case Single(prefix=prefix):
            name = quoted(prefix)
            return [f"  signatures << value.delete_prefix({name}) if value.start_with?({name})"]
        case Listed(prefix=prefix, bare=bare, separator=separator):
            name = quoted(prefix)
            lines = [
                f"  value.split({quoted(separator)}).each do |entry|",
                f"    signatures << entry.delete_prefix({name}) if entry.start_with?({name})",
            ]
            if bare:
                lines.append('    signatures << entry unless entry.empty? || entry.include?(",")')
            return [*lines, "  end"]
        case Pairs(name=name, separator=separator):
            lines = [
                f"  value.split({quoted(separator)}).each do |item|",
                '    name, _, text = item.partition("=")',
                f"    signatures << text if name == {quoted(name)}",
            ]
            if plan.fields:
                lines.append("    fields[name] ||= text")
            return [*lines, "  end"]
        case Positional(fields=fields, separator=separator):
            lines = [f"  items = value.split({quoted(separator)}).map(&:strip)"]
            if plan.fields:
                lines += [f"  fields[{quoted(name)}] = items[{place}]" for place, name in enumerate(fields)]
            return [*lines, f"  signatures.concat(items.drop({len(fields)}))"]
        case _:
            return ["  signatures << value"]


def _token(plan: Plan) -> list[str]:
    start = [f'expected = ENV.fetch("{SECRET}").b', f'value = ENV.fetch("{RECEIVED}").b']
    if isinstance(plan.layout, Basic):
        return [
            *start,
            'scheme, _, text = value.partition(" ")',
            'signatures = scheme.downcase == "basic" ? [text.unpack1("m")] : []',
        ]
    prefix = plan.layout.prefix if isinstance(plan.layout, Single) else ""
    given = "[value]"
    if prefix:
        given = f"value.start_with?({quoted(prefix)}) ? [value.delete_prefix({quoted(prefix)})] : []"
    return [*start, f"signatures = {given}"]


def _ending() -> list[str]:
    return [
        "",
        "valid = signatures.any? { |one| OpenSSL.secure_compare(expected, one) }",
        'puts valid ? "valid" : "not valid"',
        "exit(valid ? 0 : 1)",
    ]


RUBY = Language(id="ruby", name="Ruby", file="verify.rb", write=write)
