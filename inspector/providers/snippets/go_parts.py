"""What a snippet in Go is made of: values of the request, functions that read them, checks of a key."""

import re

from inspector.providers.snippets.pieces import Piece
from inspector.providers.snippets.plan import Plan, variable
from inspector.providers.snippets.writing import functions_used, quoted, steps

TOKEN = [
    'parts := append(strings.SplitN(append(signatures, "")[0], ".", 3), "", "", "")',
    'message := []byte(parts[0] + "." + parts[1])',
    "signatures = parts[2:3]",
]
"""Takes a JSON Web Token apart."""

COMPARE = [
    "valid := false",
    "for _, one := range signatures {",
    "\tvalid = valid || hmac.Equal([]byte(expected), []byte(one))",
    "}",
]

DOCUMENTS = {
    "body": "body",
    "form": "[]byte(form(body, {name}))",
    "multipart": (
        "regexp.MustCompile(`(?s)name={name}[^\\n]*\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n(.*?)\\r\\n--`).FindSubmatch(body)[1]"
    ),
}

FUNCTIONS = {
    "at": """
// What stands at a place of the JSON document, as text; nothing where it is missing.
func at(body []byte, path ...any) string {
	var value any
	decoder := json.NewDecoder(bytes.NewReader({document}))
	decoder.UseNumber()
	if decoder.Decode(&value) != nil {
		return ""
	}
	for _, step := range path {
		switch inside := value.(type) {
		case map[string]any:
			value = inside[fmt.Sprint(step)]
		case []any:
			place, _ := step.(int)
			if place >= len(inside) {
				return ""
			}
			value = inside[place]
		default:
			return ""
		}
	}
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}
""",
    "form": """
// The first value of a field of the form; nothing where it is missing.
func form(body []byte, name string) string {
	fields, _ := url.ParseQuery(string(body))
	return fields.Get(name)
}
""",
    "inOrder": """
// Names and values of all fields of the form.
func inOrder(body []byte) string {
	fields, _ := url.ParseQuery(string(body))
	var pairs [][2]string
	for name, values := range fields {
		for _, value := range values {
			pairs = append(pairs, [2]string{name, value})
		}
	}
	sort.Slice(pairs, func(one, other int) bool {
		if pairs[one][0] != pairs[other][0] {
			return pairs[one][0] < pairs[other][0]
		}
		return pairs[one][1] < pairs[other][1]
	})
	text := ""
	{pairs}
		text += pair[0] + pair[1]
	}
	return text
}
""",
    "serialised": """
// The fields of the form as PHP's serialize() writes them.
func serialised(body []byte, leftOut string) string {
	fields, _ := url.ParseQuery(string(body))
	fields.Del(leftOut)
	var names []string
	for name := range fields {
		names = append(names, name)
	}
	sort.Strings(names)
	text := ""
	for _, name := range names {
		for _, one := range []string{name, fields.Get(name)} {
			text += fmt.Sprintf("s:%d:\\"%s\\";", len(one), one)
		}
	}
	return fmt.Sprintf("a:%d:{%s}", len(names), text)
}
""",
    "asText": """
// A text as JSON, with no more escapes than it needs.
func asText(text []byte) []byte {
	var written bytes.Buffer
	encoder := json.NewEncoder(&written)
	encoder.SetEscapeHTML(false)
	encoder.Encode(string(text))
	return bytes.TrimSuffix(written.Bytes(), []byte("\\n"))
}
""",
}
"""Functions by their names; one that uses another stands before it."""
_ALL = "for _, pair := range pairs {"
_ONCE = "for at, pair := range pairs {\n\t\tif at > 0 && pair == pairs[at-1] {\n\t\t\tcontinue\n\t\t}"

PACKAGES = {
    "base64": "encoding/base64",
    "big": "math/big",
    "bytes": "bytes",
    "crc32": "hash/crc32",
    "crypto": "crypto",
    "ecdsa": "crypto/ecdsa",
    "ed25519": "crypto/ed25519",
    "fmt": "fmt",
    "hex": "encoding/hex",
    "hmac": "crypto/hmac",
    "html": "html",
    "json": "encoding/json",
    "os": "os",
    "pem": "encoding/pem",
    "regexp": "regexp",
    "rsa": "crypto/rsa",
    "sha1": "crypto/sha1",
    "sha256": "crypto/sha256",
    "sha512": "crypto/sha512",
    "sort": "sort",
    "strings": "strings",
    "url": "net/url",
    "x509": "crypto/x509",
}


def imported(text: str) -> list[str]:
    """The packages that some code uses; what stands in texts and comments does not count."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|`[^`]*`|//.*', "", text)
    return sorted(path for name, path in PACKAGES.items() if re.search(rf"\b{name}\.[A-Z]", bare))


def text(piece: Piece) -> str:
    """A value of the request as a text."""
    match piece.kind:
        case "header":
            return f"headers[{quoted(piece.name)}]"
        case "field":
            return f"fields[{quoted(piece.name)}]"
        case "json":
            return f"at(body, {steps(piece)})"
        case "form":
            return f"form(body, {quoted(piece.name)})"
        case _:
            return "string(body)"


def piece(piece: Piece) -> str:
    """One part of the message, as text or bytes."""
    match piece.kind:
        case "literal":
            return quoted(piece.raw)
        case "header" | "field" | "json" | "form":
            return text(piece)
        case "sha256":
            return "hex.EncodeToString(hashed[:])"
        case "crc32":
            return "fmt.Sprint(crc32.ChecksumIEEE(body))"
        case "setting":
            return f'os.Getenv("{variable(piece.name)}")'
        case "sorted" | "unique":
            return "inOrder(body)"
        case "php":
            return f"serialised(body, {quoted(piece.name)})"
        case "text":
            return "asText(body)"
        case "body":
            return "body"


def functions(plan: Plan, lines: list[str]) -> list[str]:
    """The functions that some lines use."""
    pairs = _ONCE if plan.has_unique else _ALL
    document = DOCUMENTS[plan.document].replace("{name}", quoted(plan.document_field))
    found = functions_used(FUNCTIONS, lines, document=document, pairs=pairs)
    return [line for one in found for line in (*one, "")]


def checking(plan: Plan, key: str) -> list[str]:
    """A check of all signatures with a public key."""
    decoding = {"hex": "hex", "base64": "base64.StdEncoding", "base64url": "base64.RawURLEncoding.Strict()"}[
        plan.encoding
    ]
    name = f"crypto.{plan.hash.upper()}"
    match plan.method:
        case "rsa":
            valid = f"rsa.VerifyPKCS1v15(key.(*rsa.PublicKey), {name}, digest[:], signature) == nil"
        case "ecdsa":
            valid = "ecdsa.VerifyASN1(key.(*ecdsa.PublicKey), digest[:], signature)"
        case "ecdsa raw":
            numbers = ", ".join(f"new(big.Int).SetBytes(signature[{cut}])" for cut in (":32", "32:"))
            valid = f"len(signature) == 64 && ecdsa.Verify(key.(*ecdsa.PublicKey), digest[:], {numbers})"
        case _:
            valid = "ed25519.Verify(key.(ed25519.PublicKey), message, signature)"
    summed = {"sha1": "sha1.Sum(message)"}.get(plan.hash, "sha256.Sum256(message)")
    return [
        f"block, _ := pem.Decode([]byte({key}))",
        "key, err := x509.ParsePKIXPublicKey(block.Bytes)",
        "if err != nil {",
        "\tpanic(err)",
        "}",
        *([f"digest := {summed}"] if plan.hash else []),
        "valid := false",
        "for _, one := range signatures {",
        f"\tsignature, err := {decoding}.DecodeString(one)",
        f"\tvalid = valid || err == nil && {valid}",
        "}",
    ]


def claims(plan: Plan) -> list[str]:
    """Checks of what a JSON Web Token says."""
    if plan.claims is None:
        return []
    lines = [
        "var said [2]map[string]any",
        "for at := range said {",
        "\tpart, _ := base64.RawURLEncoding.DecodeString(parts[at])",
        "\tvalid = valid && json.Unmarshal(part, &said[at]) == nil",
        "}",
        f'valid = valid && said[0]["alg"] == {quoted(plan.claims.algorithm)}',
    ]
    for number, (claim, url) in enumerate(plan.claims.hashes):
        raw = f"[]byte({quoted(url.encode())})" if claim.of == "url" else "body"
        written = "hex" if claim.written == "hex" else "base64.StdEncoding"
        lines += [
            f"sum{number} := sha256.Sum256({raw})",
            f"valid = valid && said[1][{quoted(claim.name)}] == {written}.EncodeToString(sum{number}[:])",
        ]
    if plan.claims.issuers:
        issued = " || ".join(f'said[1]["iss"] == {quoted(one)}' for one in plan.claims.issuers)
        lines.append(f"valid = valid && ({issued})")
    return lines
