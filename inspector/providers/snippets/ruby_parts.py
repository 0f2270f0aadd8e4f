"""What a snippet in Ruby is made of: values of the request, functions that read them, checks of a key."""

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import Plan, variable
from inspector.providers.snippets.writing import functions_used, steps
from inspector.providers.snippets.writing import quoted as quoted_for

TOKEN = [
    'head, said, signature = signatures.fetch(0, "").split(".")',
    'message = "#{head}.#{said}"',
    "signatures = [signature.to_s]",
]
"""Takes a JSON Web Token apart."""

COMPARE = ["valid = signatures.any? { |one| OpenSSL.secure_compare(expected, one) }"]

DOCUMENTS = {
    "body": "body",
    "form": "form(body, {name})",
    "multipart": "body[/name={name}[^\\n]*\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n(.*?)\\r\\n--/mn, 1]",
}

FUNCTIONS = {
    "at": """
# What stands at a place of the JSON document, as text; nothing where it is missing.
def at(body, *path)
  value = path.reduce(JSON.parse({document}.dup.force_encoding("UTF-8"))) do |inside, step|
    inside[step] if inside.is_a?(step.is_a?(Integer) ? Array : Hash)
  end
  (value.is_a?(String) || value.nil? ? value.to_s : JSON.generate(value)).b
end
""",
    "form": """
# The first value of a field of the form; nothing where it is missing.
def form(body, name)
  pairs(body).to_a.reverse.to_h.fetch(name.b, "")
end
""",
    "in_order": """
# Names and values of all fields of the form.
def in_order(body)
  {pairs}.sort.join
end
""",
    "serialised": """
# The fields of the form as PHP's serialize() writes them.
def serialised(body, left_out)
  fields = pairs(body).reverse.to_h.except(left_out.b).sort
  texts = fields.flatten.map { |text| %(s:#{text.bytesize}:"#{text}";) }
  "a:#{fields.size}:{#{texts.join}}"
end
""",
    "pairs": """
# Names and values of the form.
def pairs(body)
  URI.decode_www_form(body.dup.force_encoding("UTF-8")).map { |pair| pair.map(&:b) }
end
""",
    "decoded": """
# Bytes that base64 for URLs stands for.
def decoded(text)
  text.tr("-_", "+/").unpack1("m")
end
""",
    "sequence": """
# Two numbers of 32 bytes as OpenSSL takes them.
def sequence(raw)
  numbers = [raw[0, 32], raw[32, 32]].map { |part| OpenSSL::ASN1::Integer(OpenSSL::BN.new(part.to_s, 2)) }
  OpenSSL::ASN1::Sequence(numbers).to_der
end
""",
}
"""Functions by their names; one that uses another stands before it."""

MODULES = {"CGI.": "cgi", "JSON.": "json", "OpenSSL": "openssl", "URI.": "uri", "Zlib.": "zlib"}


def quoted(raw: bytes | str) -> str:
    """A string in which Ruby fills in nothing."""
    return quoted_for(raw, "#")


def required(lines: list[str]) -> list[str]:
    """The libraries that some lines use."""
    used = "\n".join(lines)
    return [f'require "{name}"' for module, name in MODULES.items() if module in used]


def text(piece: Piece) -> str:
    """A value of the request."""
    match piece.kind:
        case "header":
            return f"headers[{quoted(piece.name)}]"
        case "field":
            return f"fields[{quoted(piece.name)}]"
        case "json":
            return f"at(body, {steps(piece, quoted)})"
        case "form":
            return f"form(body, {quoted(piece.name)})"
        case _:
            return "body"


def piece(piece: Piece) -> str:
    """One part of the message."""
    match piece.kind:
        case "literal":
            return f"{quoted(piece.raw)}.b"
        case "header" | "field" | "json" | "form" | "body":
            return text(piece)
        case "sha256":
            return 'OpenSSL::Digest.hexdigest("SHA256", body)'
        case "crc32":
            return "Zlib.crc32(body).to_s"
        case "setting":
            return f'ENV.fetch("{variable(piece.name)}").b'
        case "sorted" | "unique":
            return "in_order(body)"
        case "php":
            return f"serialised(body, {quoted(piece.name)})"
        case "text":
            return 'JSON.generate(body.dup.force_encoding("UTF-8")).b'


def functions(plan: Plan, lines: list[str]) -> list[str]:
    """The functions that some lines use."""
    pairs = "pairs(body).uniq" if plan.has_unique else "pairs(body)"
    document = DOCUMENTS[plan.document].replace("{name}", quoted(plan.document_field))
    found = functions_used(FUNCTIONS, lines, document=document, pairs=pairs)
    return [line for one in found for line in (*one, "")]


def checking(plan: Plan, key: str) -> list[str]:
    """A check of all signatures with a public key."""
    decoding = {"hex": '[one].pack("H*")', "base64": 'one.unpack1("m")'}.get(plan.encoding, "decoded(one)")
    signature = f"sequence({decoding})" if plan.method == "ecdsa raw" else decoding
    digest = f'"{plan.hash.upper()}"' if plan.hash else "nil"
    # A token's signature is written in one way only: decoders pass over what else stands in it.
    again = '[decoded(one)].pack("m0").tr("+/", "-_").delete("=")'
    one_form = [f"  next false if {again} != one"] if plan.encoding == "base64url" else []
    return [
        f"key = OpenSSL::PKey.read({key})",
        "valid = signatures.any? do |one|",
        *one_form,
        f"  key.verify({digest}, {signature}, message)",
        "rescue OpenSSL::PKey::PKeyError",
        "  false",
        "end",
    ]


def claims(plan: Plan) -> list[str]:
    """Checks of what a JSON Web Token says."""
    if plan.claims is None:
        return []
    lines = [
        *(["claims = valid ? JSON.parse(decoded(said)) : {}"] if plan.claims.says else []),
        f'valid &&= JSON.parse(decoded(head))["alg"] == {quoted(plan.claims.algorithm)}',
    ]
    for claim, url in plan.claims.hashes:
        raw = f"{quoted(url.encode())}.b" if claim.of == "url" else "body"
        written = f'OpenSSL::Digest.hexdigest("SHA256", {raw})'
        if claim.written == "base64":
            written = f'[OpenSSL::Digest.digest("SHA256", {raw})].pack("m0")'
        lines.append(f"valid &&= claims[{quoted(claim.name)}] == {written}")
    if plan.claims.issuers:
        lines.append(f'valid &&= [{", ".join(map(quoted, plan.claims.issuers))}].include?(claims["iss"])')
    return lines
