"""From bytes on a socket to a Request, and from a Response back to bytes: `listener.Listener` is what others use.

Our own asyncio protocol. A head is read by aiohttp's C parser (llhttp, strict); bodies are framed here, since every
byte is to be kept as it came: `strict_head` and `chunked` read, `intake` gathers, `connection` keeps the order,
`prepared` writes.
"""
