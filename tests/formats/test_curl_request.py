"""What curl sends for its options: the real curl is the judge."""

import asyncio
import re
import shutil

import pytest

from inspector.core.head import read_head
from inspector.core.request import Request
from inspector.formats.curl_reading import asked_of
from inspector.formats.curl_request import url_encoded
from inspector.formats.format import Strange
from inspector.formats.shell_words import Script
from tests.captures import AT
from tests.recorder import Recorded, recording

BASH = shutil.which("bash") or "bash"

LINES = [
    "curl {url}/a",
    "curl '{url}'",
    "curl {url}?x=1",
    "curl -sSL -XDELETE {url}/a",
    "curl -I {url}/a",
    "curl {url}/ -d a=1 -d 'b=2 3'",
    "curl {url}/ -G -d a=1 --data-urlencode 'b=2 3&'",
    "curl {url}/x?y=1 --get --data-urlencode '=2 3' -d ä",
    "curl {url} --data-raw $'@it\\'s\\u00e9\\n' -H 'content-type: text/plain'",
    "curl {url} -X PUT --data-binary '{{}}' -H 'Content-Type:' -H 'Accept:' -H 'User-Agent;' -H 'X-A;' -H 'X-B: '",
    "curl -b 'a=1; b=2' -b c=3 -A 'My Agent' -e http://x/ --compressed {url}",
    "curl -A '' {url}",
    "curl -u me:secret {url}",
    "curl -u me:secret -H 'Authorization: x' {url}",
    "curl http://me:sec%20ret@{place}/a#part",
    "curl --oauth2-bearer abc {url}",
    "curl -H 'Host: other.test' -H 'X: 1' {url}",
    "curl -H 'X: 1' -H 'host:  other.test' {url}",
    "curl -H 'Host:' -H 'X: 1' -H 'host: other.test' {url}",
    "curl -H 'Host:' {url} -0",
    "curl -H 'Transfer-Encoding: chunked' -d abc {url}",
    "curl -H 'Content-Length: 3' -H 'Z: 1' -d abc {url}",
    "curl --json '{{\"a\":1}}' {url}",
    "curl --json '[1' --json ']' -H 'Accept: x' {url}",
    "curl --request-target '/a b#c' {url}",
    "curl -d 'a\nb' {url} -H $'X: caf\\xc3\\xa9'",
    "printf %s 'a\nb' | curl -d @- {url}",
    "printf %s 'a\nb' | curl --data-binary @- {url}",
    "curl -H @<(printf %s 'X: 1\nY;') {url}",
    "curl {url}/é",
    """curl '{url}/api?q=%20' \\
  -H 'accept: application/json, text/plain, */*' \\
  -H 'accept-language: en-GB,en;q=0.9' \\
  -H 'content-type: application/json' \\
  -b 'session=abc; theme=dark' \\
  -H 'origin: https://app.example.test' \\
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \\
  --data-raw $'{{"text":"it\\'s \\u0021 \\u2713"}}' \\
  --compressed \\
  --insecure""",
    """curl '{url}/' --compressed -X POST -H 'User-Agent: Mozilla/5.0' -H 'Accept: */*' -H 'Accept-Encoding: gzip' \
      -H 'Connection: keep-alive' --data-raw 'a=1&b=2'""",
    'curl -X POST "{url}/hook" -H "Content-Type: application/json" -d "{{\\"a\\": \\"b\\"}}"',
]
"""As manuals, Chrome, Firefox, API tools and people write them."""


async def _sent(line: str) -> tuple[Recorded, Request]:
    async with recording() as recorder:
        place = f"127.0.0.1:{recorder.port}"
        script = line.format(url=recorder.url, place=place)
        process = await asyncio.create_subprocess_exec(
            BASH, "-c", script, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        _, errors = await process.communicate()
        assert process.returncode == 0, errors
    (command,) = Script(script.encode()).commands()
    asked = asked_of(command)
    return recorder.requests[0], asked.request(asked.urls[0], AT)


@pytest.mark.parametrize("line", LINES)
async def test_a_line_becomes_the_request_that_curl_sends(line: str) -> None:
    """Line, fields in curl's order and body; curl's own version is left out."""
    sent, read = await _sent(line)
    head = re.sub(rb"curl/[0-9.]+", b"curl", sent.head)
    head = re.sub(rb"%[0-9a-f]{2}", lambda match: match[0].upper(), head)

    assert read_head(re.sub(rb"(?i)(accept-encoding: )deflate, gzip[a-z, ]*", rb"\1deflate, gzip", head)) == read_head(
        read.head
    )
    assert read.body.read() == sent.body
    assert (read.method, read.target) == (read_head(read.head).method, read_head(read.head).target)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("curl ftp://x/", "no http or https"),
        ("curl x -d @file.json", "reads file.json, which is not in the line"),
        ("curl x --data-binary @-", "reads -, which is not in the line"),
        ("curl x -H @file", "reads file"),
        ("curl x -b cookies.txt", "file of cookies"),
        ("curl x -H 'no field'", "no header field"),
        ("curl x --data-urlencode name@file", "reads a file"),
        ("curl x -H $'A: b\\nC: d'", "line break"),
        ("curl x -X $'A\\nB'", "line break"),
    ],
)
def test_what_is_not_in_the_line_is_refused(line: str, why: str) -> None:
    """A file is never read for a line that somebody was given."""
    (command,) = Script(line.encode()).commands()
    with pytest.raises(Strange, match=why):
        asked_of(command).request(b"ftp://x/" if "ftp" in line else b"x", AT)


def test_values_are_encoded_as_curl_does() -> None:
    """With and without a name."""
    assert [url_encoded(text) for text in (b"a=b c&", b"=b/c", b"\xe9~")] == [b"a=b+c%26", b"b%2Fc", b"%E9~"]
