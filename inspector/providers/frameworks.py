"""The frameworks in which webhooks are received: a line that shows what an app checks, and how to get the raw body."""

from collections.abc import Mapping
from dataclasses import dataclass

_PYTHON = (
    "import hashlib; b = payload if isinstance(payload, bytes) else str(payload).encode(); "
    'print("webhook-inspector", len(b), hashlib.sha256(b).hexdigest(), flush=True)'
)
_NODE = (
    'import("node:crypto").then(({ createHash }) => { '
    "const b = payload instanceof Uint8Array ? payload : Buffer.from(String(payload)); "
    'console.log("webhook-inspector", b.length, createHash("sha256").update(b).digest("hex")); });'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One framework. In `line` the variable `payload` is what the handler hands to its check."""

    id: str
    name: str
    language: str
    line: str
    """Prints `webhook-inspector`, the number of bytes and their SHA-256."""
    raw: str
    """Code that gives the bytes as they came."""
    place: str
    """Where that code has to stand, as a sentence."""
    doing: Mapping[str, str]
    """What the app does in this framework's words, by kind of body."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of bodies that come first."""
        return tuple(self.doing)


FLASK = Framework(
    id="flask",
    name="Flask",
    language="Python",
    line=_PYTHON,
    raw="payload = request.get_data()",
    place="Call it before anything reads request.form or request.files: those use up the body.",
    doing={
        "json-python": "json.dumps(request.json)",
        "json-python-unicode": "json.dumps(request.json, ensure_ascii=False)",
        "json-python-compact": 'json.dumps(request.json, separators=(",", ":"))',
        "json-python-sorted": "flask.json.dumps(request.json), which sorts the keys",
        "json-python-sorted-compact": 'json.dumps(request.json, sort_keys=True, separators=(",", ":"))',
        "json-python-sorted-unicode": "json.dumps(request.json, sort_keys=True, ensure_ascii=False)",
        "json-text": "json.dumps(request.get_data(as_text=True))",
        "form-lists": "json.dumps(request.form.to_dict(flat=False))",
        "json-flask": "jsonify(request.json).get_data()",
        "json-python-indent": "json.dumps(request.json, indent=…)",
        "json-bare": "request.json written by orjson or another serialiser",
        "repr-json": "str(request.json)",
        "repr-bytes": "str(request.data)",
        "repr-form": "str(request.form)",
        "form-json-python": "json.dumps(request.form.to_dict())",
        "form-python": "urlencode(request.form)",
        "empty": "request.data after request.form was read",
    },
)

DJANGO = Framework(
    id="django",
    name="Django",
    language="Python",
    line=_PYTHON,
    raw="payload = request.body",
    place="Use it before request.POST or request.read(), and before any middleware that reads them.",
    doing={
        "json-python": "json.dumps(json.loads(request.body)), or json.dumps(request.data) of REST framework",
        "json-python-unicode": "json.dumps(request.data, ensure_ascii=False)",
        "json-python-compact": 'json.dumps(json.loads(request.body), separators=(",", ":"))',
        "json-python-sorted": "json.dumps(json.loads(request.body), sort_keys=True)",
        "json-python-indent": "json.dumps(json.loads(request.body), indent=…)",
        "json-python-sorted-compact": 'json.dumps(…, sort_keys=True, separators=(",", ":")) of request.body',
        "json-python-sorted-unicode": "json.dumps(json.loads(request.body), sort_keys=True, ensure_ascii=False)",
        "json-text": "json.dumps(request.body.decode())",
        "form-lists": "json.dumps(dict(request.POST))",
        "json-bare": "JSONRenderer().render(request.data) of REST framework",
        "repr-json": "str(request.data)",
        "repr-bytes": "str(request.body)",
        "repr-querydict": "str(request.POST)",
        "form-json-python": "json.dumps(request.POST.dict())",
        "form-python": "request.POST.urlencode()",
        "empty": "request.read() after the stream was read",
    },
)

FASTAPI = Framework(
    id="fastapi",
    name="FastAPI",
    language="Python",
    line=_PYTHON,
    raw="payload = await request.body()",
    place="Take `request: Request` as the parameter of the handler, not a model, and read nothing before it.",
    doing={
        "json-python": "json.dumps(await request.json()), or json.dumps(model.model_dump())",
        "json-python-unicode": "json.dumps(await request.json(), ensure_ascii=False)",
        "json-bare": "model.model_dump_json(), or JSONResponse(…).body",
        "json-python-compact": 'json.dumps(await request.json(), separators=(",", ":"))',
        "json-python-sorted": "json.dumps(await request.json(), sort_keys=True)",
        "json-python-indent": "json.dumps(await request.json(), indent=…)",
        "json-python-sorted-compact": 'json.dumps(await request.json(), sort_keys=True, separators=(",", ":"))',
        "json-python-sorted-unicode": "json.dumps(await request.json(), sort_keys=True, ensure_ascii=False)",
        "json-text": "json.dumps((await request.body()).decode())",
        "repr-json": "str(await request.json())",
        "repr-bytes": "str(await request.body())",
        "repr-formdata": "str(await request.form())",
        "form-json-python": "json.dumps(dict(await request.form()))",
        "empty": "the body after request.stream() or request.form() read it",
    },
)

EXPRESS = Framework(
    id="express",
    name="Express",
    language="JavaScript",
    line=_NODE,
    raw='app.post("/webhook", express.raw({ type: "*/*" }), (req, res) => { const payload = req.body; … })',
    place="Register the route before app.use(express.json()), which else reads the body first.",
    doing={
        "json-javascript": "JSON.stringify(req.body)",
        "json-javascript-indent": "JSON.stringify(req.body, null, …)",
        "json-javascript-sorted": "JSON.stringify(req.body) with its keys sorted",
        "json-javascript-picked": "JSON.stringify(req.body, keys), which leaves out other keys inside",
        "form-json": "JSON.stringify(req.body) of a form that express.urlencoded() read",
        "object": "String(req.body) of the object that express.json() made",
        "undefined": "req.body where no parser took this Content-Type",
        "null": "JSON.stringify(req.body) where no parser took this Content-Type",
        "json-text": "JSON.stringify(req.body.toString())",
        "charset": "req.body as a string in another charset",
        "empty": "req.body, or the stream, after another parser read it",
    },
)

NEXTJS = Framework(
    id="nextjs",
    name="Next.js",
    language="JavaScript",
    line=_NODE,
    raw="const payload = Buffer.from(await req.arrayBuffer());",
    place="That is for route handlers; under pages/api export `config = { api: { bodyParser: false } }` and read req.",
    doing={
        "json-javascript": "JSON.stringify(await req.json()), or JSON.stringify(req.body) under pages/api",
        "json-javascript-indent": "JSON.stringify(await req.json(), null, …)",
        "json-javascript-sorted": "JSON.stringify(await req.json()) with its keys sorted",
        "json-javascript-picked": "JSON.stringify(await req.json(), keys), which leaves out other keys inside",
        "form-json": "JSON.stringify(req.body), or Object.fromEntries(await req.formData()), of a form",
        "object": "String(…) of an object: of await req.json(), of req.body, of await req.formData()",
        "undefined": "req.body where no parser took it",
        "null": "JSON.stringify(req.body), which is a stream in route handlers",
        "json-text": "JSON.stringify(await req.text())",
        "charset": "the body as a string in another charset",
        "empty": "the body after req.json() or req.text() read it",
    },
)

RAILS = Framework(
    id="rails",
    name="Rails",
    language="Ruby",
    line=('b = payload.to_s; $stderr.puts "webhook-inspector #{b.bytesize} #{Digest::SHA256.hexdigest(b)}"'),
    raw="payload = request.raw_post",
    place="It reads the body whatever was read before; request.body.read does not after a rewind was forgotten.",
    doing={
        "json-rails": "request.request_parameters.to_json",
        "json-ruby": "JSON.generate(JSON.parse(request.raw_post))",
        "json-ruby-pretty": "JSON.pretty_generate(request.request_parameters)",
        "json-ruby-sorted": "request.request_parameters with its outer keys sorted, as JSON",
        "repr-ruby": "request.request_parameters.to_s",
        "json-text": "request.raw_post.to_json",
        "form-json": "request.request_parameters.to_json of a form",
        "form-sorted": "request.request_parameters.to_query",
        "charset": "request.raw_post in another encoding",
        "empty": "request.body.read after the parameters were read",
    },
)

LARAVEL = Framework(
    id="laravel",
    name="Laravel",
    language="PHP",
    line=(
        "$b = is_string($payload) ? $payload : json_encode($payload); "
        "error_log('webhook-inspector '.strlen($b).' '.hash('sha256', $b));"
    ),
    raw="$payload = $request->getContent();",
    place="$request->all() also goes through TrimStrings and ConvertEmptyStringsToNull; getContent() does not.",
    doing={
        "json-php": "json_encode($request->all()), or with one of its flags",
        "json-php-plain": "json_encode($request->all(), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE)",
        "json-php-pretty": "json_encode($request->all(), JSON_PRETTY_PRINT), or with more flags",
        "json-php-sorted": "json_encode of $request->all() after ksort()",
        "json-php-middled": "json_encode($request->all()) behind TrimStrings and ConvertEmptyStringsToNull",
        "json-php-trimmed": "json_encode($request->all()) behind TrimStrings",
        "json-php-nulled": "json_encode($request->all()) behind ConvertEmptyStringsToNull",
        "json-text": "json_encode($request->getContent())",
        "form-json": "json_encode($request->all()) of a form",
        "form-python": "http_build_query($request->all())",
        "empty": "php://input after it was read",
    },
)

GO = Framework(
    id="go",
    name="Go (net/http)",
    language="Go",
    line='fmt.Fprintf(os.Stderr, "webhook-inspector %d %x\\n", len(payload), sha256.Sum256([]byte(payload)))',
    raw="payload, err := io.ReadAll(r.Body)",
    place="Read it before json.NewDecoder(r.Body) or r.ParseForm(): the body can be read only once.",
    doing={
        "json-go": "json.Marshal, or json.NewEncoder, of the decoded map",
        "json-go-indent": "json.MarshalIndent of the decoded map",
        "json-go-plain": "an encoder with SetEscapeHTML(false) of the decoded map",
        "json-go-raw": "json.Marshal of a json.RawMessage",
        "json-bare": "json.Marshal of a decoded struct",
        "json-text": "json.Marshal(string(body))",
        "form-sorted": "r.PostForm.Encode()",
        "form-lists": "json.Marshal(r.PostForm)",
        "empty": "r.Body after json.NewDecoder or r.ParseForm() read it",
    },
)

FRAMEWORKS: tuple[Framework, ...] = (FLASK, DJANGO, FASTAPI, EXPRESS, NEXTJS, RAILS, LARAVEL, GO)
"""In the order in which they are offered."""


def find_framework(id: str) -> Framework | None:
    """The framework with this id."""
    return next((one for one in FRAMEWORKS if one.id == id), None)
