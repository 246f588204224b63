"""Runs queries on sqlalchemy-odata, in its own environment: a line of JSON in, a line of JSON out."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
import sqlalchemy
from shillelagh_odata import adapter, dialect  # type: ignore[import-not-found, unused-ignore]


class Counted:
    """What the sessions of the other driver received."""

    answers = 0
    received = 0

    @contextmanager
    def pausing(self) -> Iterator[None]:
        """Do not count what is only asked to know the names."""
        before = self.answers, self.received
        yield
        self.answers, self.received = before

    def note(self, answer: requests.Response, *_: Any, **__: Any) -> None:
        self.answers += 1
        self.received += int(answer.headers.get("Content-Length", 0))


def main() -> None:
    """Sign in, hand the cookies over, and answer until there are no more lines."""
    url, user, password = sys.argv[1:]
    cookies = requests.Session()
    login = {"UserName": user, "UserPassword": password}
    cookies.post(f"{url}/ServiceModel/AuthService.svc/Login", json=login, timeout=60).raise_for_status()
    counted, build = Counted(), adapter._build_session

    def signed_in(*arguments: Any, **named: Any) -> requests.Session:
        session: requests.Session = build(*arguments, **named)
        session.auth = None
        session.cookies.update(cookies.cookies)
        session.hooks["response"].append(counted.note)
        return session

    adapter._build_session = dialect._build_session = signed_in
    warnings.simplefilter("ignore")
    engine = sqlalchemy.create_engine(url.replace("http://", f"odata://{user}:{password}@") + "/odata")
    for line in sys.stdin:
        counted.answers = counted.received = 0
        sql = json.loads(line)
        if sql:
            with engine.connect() as connection:
                rows = len(connection.execute(sqlalchemy.text(sql)).fetchall())
        else:
            inspector = sqlalchemy.inspect(engine)
            with counted.pausing():
                names = sorted(inspector.get_table_names())[:10]
            rows = sum(len(inspector.get_columns(name)) for name in names)
        print(json.dumps({"rows": rows, "requests": counted.answers, "bytes": counted.received}), flush=True)


if __name__ == "__main__":
    main()
