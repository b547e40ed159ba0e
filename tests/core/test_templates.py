"""House rules of templates: layers, no dead file, nothing inline, forms that act once."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import allauth
import pytest

import phoihop

PACKAGE = Path(phoihop.__file__).parent
LAYERS = [
    layer
    for contract in tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
    if contract["type"] == "layers"
    for layer in reversed(contract["layers"])
]
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
# allauth looks this one up by a name it puts together.
FOUND_BY_OTHERS = {"429.html"}
ALLAUTH = Path(allauth.__file__).parent / "templates"
OF_ALLAUTH = {str(path.relative_to(ALLAUTH)) for path in ALLAUTH.rglob("*.html")}

URL = re.compile(r"{%\s*url\s+['\"]([\w:]+)['\"]")
OTHER = re.compile(r"{%\s*(?:extends|include)\s+['\"]([^'\"]+)['\"]")
LOAD = re.compile(r"{%\s*load\s+([^%]+?)\s*%}")
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
POST_FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL)
ALLAUTH_ACTION = re.compile(r"{% url '(account|mfa|socialaccount)_|{% provider_login_url")
LIBRARIES = {
    path.stem: path.parts[-3] for path in PACKAGE.glob("*/templatetags/*.py") if path.stem != "__init__"
}


def source(template: Path) -> str:
    return COMMENT.sub("", template.read_text(encoding="utf-8"))


def name_of(template: Path) -> str:
    return "/".join(template.relative_to(PACKAGE).parts[2:])


def app_of(template: Path) -> str:
    return template.relative_to(PACKAGE).parts[0]


def owner_of_url(name: str) -> str:
    namespace = name.partition(":")[0] if ":" in name else ""
    if name.startswith(("account_", "mfa_", "socialaccount_", "openid_connect_")):
        return "accounts"
    return namespace


def named_apps(template: Path) -> Iterator[tuple[str, str]]:
    """The apps a template names, each with the words that name it."""
    text = source(template)
    for name in URL.findall(text):
        yield owner_of_url(name), name
    for other in OTHER.findall(text):
        yield other.partition("/")[0], other
    for libraries in LOAD.findall(text):
        for library in libraries.split():
            yield LIBRARIES.get(library, ""), library


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_names_nothing_of_a_higher_app(template: Path) -> None:
    floor = LAYERS.index(app_of(template))
    higher = [words for app, words in named_apps(template) if app in LAYERS and LAYERS.index(app) > floor]
    assert not higher


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_template_runs_no_script_and_sets_no_style_of_its_own(template: Path) -> None:
    text = source(template)
    assert not re.findall(r"<script(?![^>]*\b(?:src=|type=\"application/json\"))[^>]*>", text)
    assert not re.findall(r"\s(?:on[a-z]+|hx-on[\w:-]*)=", text)
    assert not re.findall(r"javascript:|<style\b", text)
    assert not [style for style in re.findall(r'style="([^"]*)"', text) if not style.startswith("width: ")]


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_a_form_that_changes_something_acts_once(template: Path) -> None:
    """`data-repeatable` marks a form that writes nothing, or the same again, when sent twice."""
    for form in POST_FORM.findall(source(template)):
        assert "{% csrf_token %}" in form
        is_theirs = name_of(template) in OF_ALLAUTH or ALLAUTH_ACTION.search(form)
        assert is_theirs or "{% submission_key %}" in form or "data-repeatable" in form


def test_every_template_is_used() -> None:
    files = [*PACKAGE.rglob("*.py"), *TEMPLATES]
    text = {path: path.read_text(encoding="utf-8") for path in files}
    unused = [
        name
        for template in TEMPLATES
        if (name := name_of(template)) not in OF_ALLAUTH | FOUND_BY_OTHERS
        and not any(
            f'"{name}' in body or f"'{name}" in body for path, body in text.items() if path != template
        )
    ]
    assert not unused
