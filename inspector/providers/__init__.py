"""Who sent a request, which event it is, and whether its signature is good and, if not, why.

To add a provider: one entry in the module of its category (`dev`, `payments`, `comms`, `commerce`, `generic`, `ai`)
and one line in the tuple of `registry`. Ordinary schemes need no code: an entry says where the signature stands, which
bytes are signed, with which digest and how the secret becomes a key (`scheme`); the same entry verifies and signs.

- `judging.judge`: recognise and check a request as it arrives; fast, pure, never raises.
- `diagnosis.diagnose`: search the cause of a failure, behind the arrival.
- `explanation.explain`: the proof behind a verdict, with the expected digest; never stored.
- `signing.sign`: the header fields with which a provider would sign a body.
- `samples`: events of our own making, as each provider would send them.
- `secret_forms.remark`: what is odd about the form of a secret.
- `registry.PROVIDERS`, `registry.find`, `description.describe`: what is recognised, and on what evidence.
"""
