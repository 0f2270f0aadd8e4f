"""Sample events: realistic payloads of our own with the providers' field names, new ids, times and amounts each time.

To add one: its body in `resources/samples/PROVIDER/`, one entry in the module of its category, one line in the tuple of
`registry`.

- `registry.SAMPLES`: every sample; the first of a provider is offered first.
- `making.make`: the request of a sample, not signed yet; `making.signed`: the same as the provider would sign it.
- `registry.sample_body`, `registry.sample_headers`: what a form shows before anything is sent.
- `secret.SampleSecrets`: the secrets that samples are signed with where the user named none.
"""
