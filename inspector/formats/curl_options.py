"""The options of curl that matter to a request, and those that do not (`curl --help all`)."""

SHORT = {
    "X": "request", "H": "header", "d": "data", "b": "cookie", "A": "user-agent", "e": "referer", "u": "user",
    "G": "get", "I": "head", "0": "http1.0", "F": "form", "T": "upload-file", "K": "config", ":": "next",
    "o": "output", "m": "max-time", "w": "write-out", "c": "cookie-jar", "D": "dump-header", "E": "cert",
    "x": "proxy", "U": "proxy-user", "y": "speed-time", "Y": "speed-limit", "z": "time-cond", "r": "range",
    "C": "continue-at", "P": "ftp-port", "s": "silent", "S": "show-error", "k": "insecure", "L": "location",
    "v": "verbose", "i": "include", "g": "globoff", "f": "fail", "N": "no-buffer", "O": "remote-name",
    "J": "remote-header-name", "#": "progress-bar", "4": "ipv4", "6": "ipv6", "q": "disable",
    "j": "junk-session-cookies", "n": "netrc", "R": "remote-time", "a": "append", "B": "use-ascii",
    "l": "list-only", "M": "manual", "p": "proxytunnel", "1": "tlsv1", "2": "sslv2", "3": "sslv3", "h": "help",
    "V": "version", "Z": "parallel",
}  # fmt: skip
"""The long name of each letter."""

VALUES = frozenset({
    "request", "header", "data", "data-ascii", "data-raw", "data-binary", "data-urlencode", "json", "cookie",
    "user-agent", "referer", "user", "url", "request-target", "oauth2-bearer",
})  # fmt: skip
"""Options with a value that shape the request."""

FLAGS = frozenset({"get", "head", "http1.0", "compressed"})
"""Options without a value that shape the request."""

REFUSED = {
    "form": "a form that is put together from parts and files",
    "form-string": "a form that is put together from parts and files",
    "upload-file": "an upload from a file",
    "config": "options from a file",
    "next": "a second request with other options",
    "range": "a range",
    "continue-at": "a range",
    "time-cond": "a condition on time",
    "aws-sigv4": "a signature that curl makes",
    "digest": "a sign-in that takes several requests",
    "ntlm": "a sign-in that takes several requests",
    "negotiate": "a sign-in that takes several requests",
    "url-query": "a query that curl puts together",
    "variable": "variables",
}
"""Options that would change the request in a way that is not known here, and what they mean."""

IDLE_VALUES = frozenset({
    "output", "max-time", "connect-timeout", "write-out", "cookie-jar", "dump-header", "cert", "cert-type",
    "key", "key-type", "pass", "cacert", "capath", "ciphers", "tls13-ciphers", "proxy", "proxy-user",
    "proxy-header", "noproxy", "preproxy", "socks4", "socks4a", "socks5", "socks5-hostname", "resolve",
    "connect-to", "interface", "local-port", "dns-servers", "max-filesize", "max-redirs", "limit-rate", "retry",
    "retry-delay", "retry-max-time", "speed-time", "speed-limit", "stderr", "trace", "trace-ascii",
    "unix-socket", "abstract-unix-socket", "keepalive-time", "expect100-timeout", "output-dir", "parallel-max",
    "tls-max", "curves", "pinnedpubkey", "doh-url", "happy-eyeballs-timeout-ms", "alt-svc", "hsts", "proto",
    "proto-default", "proto-redir", "ftp-port", "rate", "create-file-mode",
})  # fmt: skip
"""Options with a value that only say how curl goes about it."""

IDLE_FLAGS = frozenset({
    "silent", "show-error", "insecure", "location", "location-trusted", "verbose", "include", "globoff", "fail",
    "fail-early", "fail-with-body", "no-buffer", "remote-name", "remote-name-all", "remote-header-name",
    "progress-bar", "ipv4", "ipv6", "disable", "junk-session-cookies", "netrc", "netrc-optional", "remote-time",
    "append", "use-ascii", "list-only", "proxytunnel", "tlsv1", "tlsv1.0", "tlsv1.1", "tlsv1.2", "tlsv1.3",
    "http1.1", "http2", "http2-prior-knowledge", "http3", "http3-only", "http0.9", "path-as-is", "raw",
    "tcp-nodelay", "tcp-fastopen", "parallel", "compressed-ssh", "basic", "anyauth", "post301", "post302",
    "post303", "create-dirs", "crlf", "disable-epsv", "ssl", "ssl-reqd", "ssl-no-revoke", "trace-time",
    "styled-output", "no-keepalive", "no-alpn", "no-npn", "no-sessionid", "no-progress-meter", "no-compressed",
    "no-location", "no-include", "no-verbose", "proxy-insecure", "retry-connrefused", "retry-all-errors",
    "ignore-content-length", "tr-encoding", "false-start", "suppress-connect-headers", "remove-on-error",
    "clobber", "no-clobber", "cert-status",
})  # fmt: skip
"""Options without a value that only say how curl goes about it."""
