"""The snippet in Ruby 3 or later."""

from collections.abc import Mapping

from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic, Listed, Pairs, Positional, Single
from inspector.providers.snippets.language import Language
from inspector.providers.snippets.plan import RECEIVED, SECRET, Plan
from inspector.providers.snippets.ruby_parts import (
    COMPARE,
    TOKEN,
    checking,
    claims,
    functions,
    piece,
    quoted,
    required,
    text,
)
from inspector.providers.snippets.writing import code, opening, usage
from inspector.providers.snippets.written import Matching, Packed

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


def write(plan: Plan) -> str:
    """The program."""
    run = "ruby verify.rb" + ("" if plan.is_token else " body.bin")
    lines = opening(plan, "#", run)
    if plan.is_token:
        return code(lines, 'require "openssl"', "", _usage(plan, run), _token(plan), "", COMPARE, ENDING)
    headers = [f"  {quoted(name)} => {quoted(value)}.b," for name, value in plan.headers]
    message = f"message = {' + '.join(map(piece, plan.pieces)) or quoted('')}"
    rest = [
        *_signatures(plan),
        "",
        *(TOKEN if plan.claims is not None else [message]),
        *(checking(plan, "public_key" if plan.public_key else "secret") if plan.is_asymmetric else _with_secret(plan)),
        *claims(plan),
        *ENDING,
    ]
    made = functions(plan, rest)
    return code(
        lines,
        required([*made, *rest]),
        "",
        _usage(plan, run),
        made,
        ["headers = {", *headers, "}"] if headers else [],
        f"public_key = '{plan.public_key}'" if plan.public_key else [],
        "body = File.binread(ARGV[0])",
        [] if plan.public_key else f'secret = ENV.fetch("{SECRET}").b',
        "",
        rest,
    )


def _with_secret(plan: Plan) -> list[str]:
    if plan.method == "hmac":
        digest = f'OpenSSL::HMAC.digest("{plan.hash.upper()}", key, message)'
    else:
        joined = "key + message" if plan.secret_at == "before" else "message + key"
        digest = f'OpenSSL::Digest.digest("{plan.hash.upper()}", {joined})'
    return [f"key = {KEYS[plan.key]}", f"digest = {digest}", f"expected = {ENCODINGS[plan.encoding]}", *COMPARE]


def _usage(plan: Plan, run: str) -> list[str]:
    wanted = [f'!ENV.key?("{name}")' for name in plan.variables]
    wanted += [] if plan.is_token else ["ARGV.empty?"]
    return [
        f"if {' || '.join(wanted)}",
        f'  warn "{usage(plan, run)}"',
        "  exit 2",
        "end",
        "",
    ]


def _signatures(plan: Plan) -> list[str]:
    values = ", ".join(map(text, plan.signatures)) + (".strip" if plan.claims is not None else "")
    lines = ["signatures = []"]
    if plan.fields:
        lines.append("fields = {}")
    return [*lines, f"[{values}].each do |value|", *_reading(plan), "end"]


def _reading(plan: Plan) -> list[str]:
    match plan.layout:
        case Single(prefix=""):
            return ["  signatures << value"]
        case Single(prefix=prefix, upper=upper):
            name = quoted(prefix)
            lower = ".downcase" if upper else ""
            return [f"  signatures << value.delete_prefix({name}){lower} if value.start_with?({name})"]
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
        case Matching(pattern=pattern):
            return [f"  signatures.concat(value.scan(/{pattern}/).flatten)"]
        case Packed():
            return ['  signatures << JSON.parse(value.unpack1("m")).fetch("signature")']
        case Basic():
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


ENDING = ["", 'puts valid ? "valid" : "not valid"', "exit(valid ? 0 : 1)"]

RUBY = Language(id="ruby", name="Ruby", file="verify.rb", write=write)
