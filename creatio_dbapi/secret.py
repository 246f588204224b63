"""Texts that are not to be seen: no repr, traceback, copy of locals or pickle shows them."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn, TypeVar

from creatio_dbapi.errors import InterfaceError

_T = TypeVar("_T")


class Secret:
    """A text that no repr, traceback or pickle shows; two are equal when their texts are."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the text itself; do not keep it in a variable, which a traceback may show."""
        return self._value

    def __repr__(self) -> str:
        return "'***'"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        mine, theirs = (each._value.encode("utf-8", "surrogatepass") for each in (self, other))
        return hmac.compare_digest(mine, theirs)

    def __hash__(self) -> int:
        return hash(self._value)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("a secret cannot be pickled")


class SecretMapping:
    """Headers or cookies: their names can be seen, their values cannot.

    It is no `dict` and no `Mapping`, because what renders locals (rich, error reporters) looks into those whatever
    their repr says.
    """

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, str] | SecretMapping | None = None, **more: str) -> None:
        given = values.reveal() if isinstance(values, SecretMapping) else values
        self._values = {name: Secret(value) for name, value in {**(given or {}), **more}.items()}

    def reveal(self) -> dict[str, str]:
        """Return names and values; do not keep them in a variable, which a traceback may show."""
        return {name: secret.reveal() for name, secret in self._values.items()}

    def merged(self, other: SecretMapping) -> SecretMapping:
        """Return these values with those of `other` put over them."""
        return SecretMapping({**self.reveal(), **other.reveal()})

    def only(self, *names: str) -> SecretMapping:
        """Return those of these names, as far as they are there."""
        return SecretMapping({name: value for name, value in self.reveal().items() if name in names})

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, name: object) -> bool:
        return name in self._values

    def __eq__(self, other: object) -> bool:
        return self._values == other._values if isinstance(other, SecretMapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def __repr__(self) -> str:
        return f"{{{', '.join(f'{name!r}: ***' for name in self._values)}}}"

    def __reduce__(self) -> NoReturn:
        raise InterfaceError("a secret cannot be pickled")


def without(text: str, *secrets: Secret) -> str:
    """Return a text of the server with the secrets taken out that it may repeat."""
    for secret in secrets:
        if secret:
            text = text.replace(secret.reveal(), "***")
    return text


def unseen(call: Callable[[], _T]) -> _T:
    """Return what `call` gives; what it raises shows no frame below this one, whose locals may hold a secret."""
    try:
        return call()
    except BaseException as error:
        for link in _chain(error):
            link.__traceback__ = None
        raise error  # a bare raise would put the frames back on Python 3.10


def _chain(error: BaseException) -> Iterator[BaseException]:
    waiting, seen = [error], set()
    while waiting:
        link = waiting.pop()
        if id(link) not in seen:
            seen.add(id(link))
            yield link
            waiting += [below for below in (link.__cause__, link.__context__) if below is not None]
