"""Bytes to something readable: undoing content encodings, and one view per kind of body.

- `decoding.decode`: gzip, deflate, br, zstd and chains of them, capped, never raises.
- `text.text_of`: text in whatever charset, or None where a body is binary.
- `registry.view`: a whole small body as text or table; `registry.VIEWS` names the kinds in the order in which they
are tried. - `lines.Lines` over `text.TextSource`, `json_text.JsonSource` or `hex_dump.HexSource`: rows of a body of
any size, on demand. - `json_tree`: the tree of a JSON body, one level at a time.
"""
