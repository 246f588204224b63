"""What a person does in Superset: a query in SQL Lab, a chart of cases by status and month, a dashboard with a filter.

SUPERSET_PICTURES=folder keeps a picture of each step; docs/pictures has those that the documentation shows.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as until
from selenium.webdriver.support.ui import WebDriverWait

from creatio_dbapi.sandbox import Sandbox
from tests.superset.conftest import PASSWORD, USER, Superset, fields_of

CASES = """SELECT c.Number, c.RegisteredOn, s.Name AS status, p.Name AS priority, o.Name AS origin
FROM Case c
JOIN CaseStatus s ON s.Id = c.StatusId
JOIN CasePriority p ON p.Id = c.PriorityId
JOIN CaseOrigin o ON o.Id = c.OriginId"""
QUERY = """SELECT s.Name AS status, count(*) AS cases, max(c.RegisteredOn) AS newest
FROM Case c JOIN CaseStatus s ON s.Id = c.StatusId
WHERE c.RegisteredOn >= '2026-01-01'
GROUP BY s.Name ORDER BY cases DESC"""
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--lang=en",
    "--window-size=1360,1000",
)  # fmt: skip
_PATIENCE = 60  # seconds


class Person:
    """Someone at a browser, signed in to Superset."""

    def __init__(self, browser: Any, superset: Superset) -> None:
        self.browser, self.superset = browser, superset
        browser.get(f"{superset.url}/login/")
        self.see("#username").send_keys(USER)
        self.see("#password").send_keys(PASSWORD, Keys.ENTER)
        WebDriverWait(browser, _PATIENCE).until(until.url_contains("/welcome"))

    def go(self, path: str) -> None:
        """Open a page of Superset."""
        self.browser.get(self.superset.url + path)

    def see(self, css: str, text: str = "") -> Any:
        """Wait until something is shown and return it."""

        def found(browser: Any) -> Any:
            shown = [each for each in browser.find_elements(By.CSS_SELECTOR, css) if each.is_displayed()]
            return next((each for each in shown if text in each.text), False)

        return WebDriverWait(self.browser, _PATIENCE, ignored_exceptions=(Exception,)).until(found)

    def click(self, css: str, text: str = "") -> None:
        """Click on something, once it is shown."""
        self.browser.execute_script("arguments[0].click()", self.see(css, text))

    def picture(self, name: str) -> None:
        """Keep a picture, where a folder for them is given."""
        folder = os.environ.get("SUPERSET_PICTURES")
        if folder:
            self.browser.execute_script("document.activeElement.blur()")
            time.sleep(2.0)  # animations
            self.browser.save_screenshot(str(Path(folder, f"superset-{name}.png")))


@pytest.fixture(scope="module")
def person(superset: Superset, database: int) -> Iterator[Person]:
    """Someone at headless Chromium."""
    options = webdriver.ChromeOptions()
    options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*_FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        service = webdriver.ChromeService(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver"))
        browser = webdriver.Chrome(options, service)
        try:
            yield Person(browser, superset)
        finally:
            browser.quit()


@pytest.fixture(scope="module")
def cases(superset: Superset, database: int) -> int:
    """A dataset: cases with the names of what they look up."""
    return superset.made("dataset", database=database, schema="creatio", table_name="cases", sql=CASES)


def test_a_database_is_connected_by_the_form(person: Person, demo: Sandbox) -> None:
    fields = fields_of(demo)
    person.go("/databaseview/list/")
    person.click("[data-test='btn-create-database']")
    person.see(".available select, .available .ant-select-selector").click()
    person.browser.switch_to.active_element.send_keys("Creatio")
    person.click(".ant-select-item-option", "Creatio")
    for name in ("host", "username", "password"):
        person.see(f".ant-modal input[name='{name}']").send_keys(fields[name])
    shown = person.see(".ant-modal input[name='database_name']")
    shown.send_keys(Keys.CONTROL, "a")
    shown.send_keys("Creatio by the form", Keys.TAB)
    person.picture("form")
    person.click("[data-test='btn-submit-connection'], .ant-modal-footer button", "Connect")
    person.see(".ant-modal-footer button", "Finish")


def test_a_query_in_sql_lab(person: Person, superset: Superset, database: int) -> None:
    person.go(f"/sqllab/?dbid={database}&sql={quote(QUERY)}&schema=creatio&title=Cases&autorun=true")
    person.see(".ant-table, .virtual-table, [data-test='table-container'], .ag-root", "Closed")
    person.see("[role='treeitem'] span, [role='treeitem'] div", "creatio").click()
    person.see("[role='treeitem']", "ActivityFile")
    person.picture("sql-lab")
    person.see("[data-test='DatabaseSelector']").click()
    person.see(".EstimateQueryCostButton")  # the page reads what a database can do when its list is opened
    person.click("button", "Cancel")
    person.see(".EstimateQueryCostButton button, .EstimateQueryCostButton [role='button']").click()
    person.see(".ant-modal-content, .ant-modal", "Requests")
    person.picture("cost")


def chart_of(superset: Superset, cases: int) -> int:
    """Make the chart of cases by status and month."""
    asks = {
        "datasource": f"{cases}__table", "viz_type": "echarts_timeseries_bar", "x_axis": "RegisteredOn",
        "time_grain_sqla": "P1M", "metrics": ["count"], "groupby": ["status"], "stack": "Stack", "row_limit": 10000,
        "order_desc": True, "show_legend": True, "rich_tooltip": True, "truncateXAxis": True, "legendType": "scroll",
        "legendOrientation": "top", "x_axis_title": "registered", "y_axis_title": "cases", "x_axis_title_margin": 30,
        "y_axis_title_margin": 40, "y_axis_title_position": "Left", "color_scheme": "supersetColors",
        "x_axis_time_format": "smart_date", "adhoc_filters": [{
            "clause": "WHERE", "expressionType": "SIMPLE", "operator": "TEMPORAL_RANGE", "subject": "RegisteredOn",
            "comparator": "2025-01-01 : 2026-07-01",
        }],
    }  # fmt: skip
    return superset.made(
        "chart", slice_name="Cases by status and month", viz_type=asks["viz_type"], datasource_id=cases,
        datasource_type="table", params=json.dumps(asks),
    )  # fmt: skip


@pytest.fixture(scope="module")
def chart(superset: Superset, cases: int) -> int:
    """The chart of cases by status and month."""
    return chart_of(superset, cases)


def test_a_chart_of_cases_by_status_and_month(person: Person, chart: int) -> None:
    person.go(f"/explore/?slice_id={chart}")
    person.see(".chart-container canvas, [data-test='chart-container'] canvas")
    assert "Error" not in person.see(".chart-container, [data-test='chart-container']").text
    person.picture("chart")


def numbers_of(superset: Superset, cases: int) -> int:
    """Make a chart of one big number: how many cases there are."""
    asks = {"datasource": f"{cases}__table", "viz_type": "big_number_total", "metric": "count", "subheader": "cases",
            "header_font_size": 0.4, "subheader_font_size": 0.15, "adhoc_filters": []}  # fmt: skip
    return superset.made(
        "chart", slice_name="Cases", viz_type="big_number_total", datasource_id=cases, datasource_type="table",
        params=json.dumps(asks),
    )  # fmt: skip


def table_of(superset: Superset, cases: int) -> int:
    """Make a table of cases by origin."""
    asks = {"datasource": f"{cases}__table", "viz_type": "table", "query_mode": "aggregate", "groupby": ["origin"],
            "metrics": ["count"], "row_limit": 100, "order_desc": True, "adhoc_filters": [],
            "show_cell_bars": True}  # fmt: skip
    return superset.made(
        "chart", slice_name="Cases by origin", viz_type="table", datasource_id=cases, datasource_type="table",
        params=json.dumps(asks),
    )  # fmt: skip


def dashboard_of(superset: Superset, cases: int, rows: list[list[tuple[int, int, int]]]) -> int:
    """Make a dashboard of rows of (chart, width, height), with a filter by priority."""
    layout: dict[str, Any] = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]},
        "GRID_ID": {"type": "GRID", "id": "GRID_ID", "children": [], "parents": ["ROOT_ID"]},
    }
    for number, row in enumerate(rows):
        name, above = f"ROW-{number}", ["ROOT_ID", "GRID_ID"]
        layout["GRID_ID"]["children"].append(name)
        children = [f"CHART-{chart}" for chart, _, _ in row]
        meta = {"background": "BACKGROUND_TRANSPARENT"}
        layout[name] = {"type": "ROW", "id": name, "children": children, "parents": above, "meta": meta}
        for chart, width, height in row:
            layout[f"CHART-{chart}"] = {
                "type": "CHART", "id": f"CHART-{chart}", "children": [], "parents": [*above, name],
                "meta": {"chartId": chart, "width": width, "height": height, "uuid": str(uuid.uuid4())},
            }  # fmt: skip
    charts = [chart for row in rows for chart, _, _ in row]
    priority = {
        "id": "NATIVE_FILTER-priority", "name": "Priority", "type": "NATIVE_FILTER", "filterType": "filter_select",
        "targets": [{"datasetId": cases, "column": {"name": "priority"}}], "cascadeParentIds": [],
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []}, "chartsInScope": charts, "tabsInScope": [],
        "controlValues": {"multiSelect": True, "enableEmptyFilter": False, "inverseSelection": False},
        "defaultDataMask": {"extraFormData": {}, "filterState": {}},
    }  # fmt: skip
    number = superset.made(
        "dashboard", dashboard_title="Service desk", published=True, position_json=json.dumps(layout),
        json_metadata=json.dumps({"native_filter_configuration": [priority], "positions": layout}),
    )  # fmt: skip
    for chart in charts:
        done = superset.call("PUT", f"chart/{chart}", json={"dashboards": [number]})
        assert done.status_code == 200, done.text
    return number


def test_a_dashboard_with_a_filter(person: Person, superset: Superset, cases: int, chart: int, demo: Sandbox) -> None:
    total, origins = numbers_of(superset, cases), table_of(superset, cases)
    number = dashboard_of(superset, cases, [[(total, 4, 40), (origins, 8, 40)], [(chart, 12, 60)]])
    person.go(f"/superset/dashboard/{number}/")
    assert person.see(".header-line", "3k").text == "3k"
    person.see("canvas")
    person.see("[data-test='form-item-value'] .ant-select-selector, .ant-select-selector").click()
    person.click(".ant-select-item-option", "Critical")
    person.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    person.click("[data-test='filter-bar__apply-button']")
    right = superset.run(1, f"SELECT count(*) AS n FROM ({CASES}) AS x WHERE priority = 'Critical'").json()["data"][0][
        "n"
    ]
    assert person.see(".header-line", str(right)).text == str(right)
    person.picture("dashboard")
