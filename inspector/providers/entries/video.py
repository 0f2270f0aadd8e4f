"""Video and calls."""

from inspector.providers.layout import Pairs, WebToken
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import HashClaim, TokenClaims

_TOKEN = (place("header:Authorization"), "eyJ*.*.*")

LIVEKIT = Provider(
    id="livekit",
    name="LiveKit",
    category="video",
    monogram="LK",
    secret_words="the API secret of the key that signs",
    secret_where="LiveKit shows it once, with the API key: Settings › Keys.",
    marks=(
        Mark(
            headers=("Authorization",),
            shows=(_TOKEN, (place("header:Content-Type"), "application/webhook+json*")),
            precedence=74,
        ),
        *(
            Mark(headers=("Authorization",), shows=(_TOKEN, (place("json:event"), kind)), precedence=74)
            for kind in ("room_*", "participant_*", "track_*", "egress_*", "ingress_*")
        ),
    ),
    schemes=(
        Scheme(
            id="livekit-jwt",
            algorithm="jwt",
            place=place("header:Authorization"),
            layout=WebToken(),
            encoding="plain",
            claims=TokenClaims(
                algorithms=("HS256",),
                hashes=(HashClaim(name="sha256", written="base64"),),
                extra=(("iss", "APIsampleOnly"), ("sub", "")),
            ),
            timestamp=Timestamp(part="nbf", until="exp"),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("json:id"),
    gists=(
        ("egress_*", "{egressInfo.roomName} · {egressInfo.status} · {egressInfo.egressId}"),
        ("ingress_*", "{ingressInfo.name} · {ingressInfo.state.status} · {ingressInfo.ingressId}"),
        ("track_*", "{room.name} · {participant.identity} · {track.source, track.type}"),
        ("*", "{room.name} · {participant.identity, room.sid} · {participant.name}"),
    ),
    sensitive=places("header:Authorization"),
    evidence="official library",
    sources=("pypi livekit-api 1.2.2 webhook.py",),
    doubts=("that its Content-Type is application/webhook+json is not confirmed",),
)

MUX = Provider(
    id="mux",
    name="Mux",
    category="video",
    monogram="MX",
    secret_where="Mux shows it under Settings › Webhooks › your webhook › Show Signing Secret.",
    marks=(Mark(headers=("Mux-Signature",), precedence=25),),
    schemes=(
        Scheme(
            id="mux-v1",
            algorithm="hmac-sha256",
            place=place("header:Mux-Signature"),
            layout=Pairs(name="v1", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", tolerance_s=300, future=False),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    retry_counter=places("json:attempts"),
    gists=(
        ("video.asset.*", "{data.meta.title, data.passthrough, data.id} · {data.status} · {data.resolution_tier}"),
        ("video.live_stream.*", "{data.passthrough, data.id} · {data.status}"),
        ("video.upload.*", "{data.asset_id, data.id} · {data.status}"),
        ("*", "{object.type} · {data.id, object.id} · {environment.name}"),
    ),
    evidence="official library",
    sources=("npm @mux/mux-node 15.3.0 resources/webhooks/webhooks.js",),
)

VIDEO = (MUX, LIVEKIT)
