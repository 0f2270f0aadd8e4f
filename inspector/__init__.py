"""Webhook Inspector: captures webhooks, says who sent them and whether their signature is good, and sends them again.

A map of the packages, in the order in which they may import each other (to the right only):

    cli > gui > engine_process > engine > formats > listener, store, dispatch, providers, bodies, secrets > core

- `core`: plain data, the filter language, settings; no input or output.
- `listener`: bytes on a socket to a Request, and a Response to bytes.
- `providers`: who sent it, which event, is the signature good and, if not, why.
- `bodies`: bytes to something readable.
- `store`: the only SQL.
- `secrets`: where signing secrets live: keyring, encrypted file, session.
- `dispatch`: sends captures exactly as they came.
- `formats`: cURL, HAR, raw, JSON, JSONL; out and in.
- `engine`: the order of steps for a request that arrives.
- `engine_process`: the same engine as a child of the window.
- `gui`: the window; the only Qt.
- `cli`: one module per command.
"""

__version__ = "0.1.0"
