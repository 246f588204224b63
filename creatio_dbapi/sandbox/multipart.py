"""The multipart/mixed form of $batch: taking it apart and writing the answer."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from email.message import Message
from email.parser import BytesHeaderParser
from http import HTTPStatus
from itertools import groupby

from creatio_dbapi.sandbox.replies import Reply, request_invalid

_Part = tuple[str, dict[str, str], bytes]


def parts_of(content_type: str, body: bytes) -> Iterator[_Part]:
    """Yield (media type, headers, content) of every part."""
    outer = Message()
    outer["Content-Type"] = content_type
    boundary = outer.get_boundary()
    if not boundary:
        raise request_invalid("The multipart body has no boundary.")
    delimiter = b"\n--" + boundary.encode()
    pieces = (b"\n" + body.replace(b"\r\n", b"\n")).split(delimiter)[1:]
    for piece in pieces:
        if piece.startswith(b"--"):
            return
        headers, content = _split(piece.lstrip(b" \t").removeprefix(b"\n"))
        yield headers.get("content-type", "").partition(";")[0].strip().lower(), headers, content
    raise request_invalid("The multipart body ends before its closing boundary.")


def request_of(content: bytes) -> tuple[str, str, dict[str, str], bytes]:
    """Read the HTTP request inside an `application/http` part."""
    line, _, rest = content.lstrip(b"\n").partition(b"\n")
    words = line.decode().split()
    if len(words) < 2:
        raise request_invalid("A part of the batch has no request line.")
    headers, body = _split(rest)
    return words[0], words[1], headers, body


def _split(text: bytes) -> tuple[dict[str, str], bytes]:
    if text.startswith(b"\n"):
        return {}, text[1:]
    head, _, content = text.partition(b"\n\n")
    message = BytesHeaderParser().parsebytes(head)
    return {name.lower(): str(value) for name, value in message.items()}, content


def write_multipart(answers: Sequence[tuple[str, str | None, Reply]]) -> tuple[bytes, str]:
    """Write the answers as multipart/mixed; answers of one group stand in a changeset of their own."""
    boundary = f"batchresponse_{uuid.uuid4()}"
    pieces: list[bytes] = []
    for group, members in groupby(answers, key=lambda answer: answer[1]):
        written = [_http_part(identity, reply) for identity, _, reply in members]
        if group is None:
            pieces += [b"--" + boundary.encode() + b"\r\n" + part for part in written]
            continue
        inner = f"changesetresponse_{uuid.uuid4()}"
        changeset = b"".join(b"--" + inner.encode() + b"\r\n" + part for part in written)
        head = f"--{boundary}\r\nContent-Type: multipart/mixed; boundary={inner}\r\n\r\n".encode()
        pieces.append(head + changeset + f"--{inner}--\r\n".encode())
    return b"".join(pieces) + f"--{boundary}--\r\n".encode(), f"multipart/mixed; boundary={boundary}"


def _http_part(identity: str, reply: Reply) -> bytes:
    lines = ["Content-Type: application/http", "Content-Transfer-Encoding: binary"]
    if identity:
        lines.append(f"Content-ID: {identity}")
    lines += ["", f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in reply.headers]
    if reply.content_type and reply.body:
        lines.append(f"Content-Type: {reply.content_type}")
    return "\r\n".join([*lines, "", ""]).encode() + reply.body + b"\r\n"
