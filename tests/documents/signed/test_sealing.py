"""A body's seal by a PKCS#12 file, and by a real PKCS#11 token of SoftHSM."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pkcs11.util.x509 import decode_x509_certificate

from phoihop.documents.signed.confined import examine
from phoihop.documents.signed.sealing import SealNotMade, seal
from phoihop.documents.signed.seals import SealSource, seals_from
from phoihop.documents.signed.verdicts import Trust
from phoihop.environment import WrongSetting
from tests.documents.signed import pki

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
BODY = "ỦY BAN NHÂN DÂN XÃ LAM SƠN"
PIN = "khong-ai-biet"
KEYS = {"dau-ec": pki.person, "dau-rsa": pki.rsa_person}
MODULES = [Path("/usr/lib/softhsm/libsofthsm2.so"), Path("/usr/lib64/softhsm/libsofthsm2.so")]
MODULE = next((path for path in MODULES if path.exists()), None)
has_token = pytest.mark.skipif(
    MODULE is None or shutil.which("softhsm2-util") is None,
    reason="SoftHSM (package softhsm2) is not installed: there is no PKCS#11 token to seal with",
)


def _file(folder: Path) -> SealSource:
    path = folder / "dau.p12"
    path.write_bytes(pki.person(BODY).p12())
    return SealSource(p12=str(path), secret=pki.PASSWORD)


def _seal(source: SealSource) -> bytes:
    return seal(pki.paper(), source=source, field_name="DauSo1", reason="Ban hành văn bản số 05")


def _judged(content: bytes):
    found = examine(content, roots=(pki.authority().der,), now=NOW, base_size=len(pki.paper()))
    return found.signatures[0], found.since_base


def test_a_seal_from_a_file_is_one_more_signature_on_the_same_bytes(tmp_path: Path) -> None:
    sealed = _seal(_file(tmp_path))
    assert sealed.startswith(pki.paper())
    one, since = _judged(sealed)
    assert (one.signer, one.stands, one.trust, since) == (BODY, True, Trust.TRUSTED, "allowed")


def test_a_wrong_password_or_no_file_is_said_without_the_secret(tmp_path: Path, caplog) -> None:
    source = _file(tmp_path)
    for wrong in (
        SealSource(p12=source.p12, secret="mat-khau-sai"),
        SealSource(p12=str(tmp_path / "khong-co.p12"), secret="mat-khau-sai"),
        SealSource(module="/khong/co.so", token="A", label="B", secret="mat-khau-sai"),
    ):
        with pytest.raises(SealNotMade) as refused:
            _seal(wrong)
        assert "mat-khau-sai" not in f"{refused.value.message}{refused.value!r}{wrong!r}{caplog.text}"


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> SealSource:
    """A token of SoftHSM with two keys of the body; the module reads its settings once in a process."""
    folder = tmp_path_factory.mktemp("softhsm")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\n")
    os.environ["SOFTHSM2_CONF"] = str(settings)
    _run("softhsm2-util", "--init-token", "--free", "--label", "UBND", "--pin", PIN, "--so-pin", "so-pin-1")
    for number, (label, made) in enumerate(KEYS.items(), start=1):
        _put_on_token(folder, label, number, made(BODY))
    return SealSource(module=str(MODULE), token="UBND", secret=PIN)


def _put_on_token(folder: Path, label: str, number: int, identity: pki.Identity) -> None:
    pem = folder / f"{label}.pem"
    pem.write_bytes(identity.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    names = ("--token", "UBND", "--label", label, "--id", f"{number:02d}")
    _run("softhsm2-util", "--import", str(pem), *names, "--pin", PIN)
    with pkcs11.lib(str(MODULE)).get_token(token_label="UBND").open(rw=True, user_pin=PIN) as session:
        session.create_object(
            decode_x509_certificate(identity.der)
            | {
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.LABEL: label,
                pkcs11.Attribute.ID: bytes([number]),
            }
        )


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


@has_token
@pytest.mark.parametrize("label", KEYS)
def test_a_seal_from_a_token_is_as_good(token: SealSource, label: str) -> None:
    one, since = _judged(_seal(replace(token, label=label)))
    assert (one.signer, one.stands, one.trust, since) == (BODY, True, Trust.TRUSTED, "allowed")


@has_token
def test_a_wrong_pin_or_label_makes_no_seal(token: SealSource) -> None:
    for wrong in (replace(token, label="dau-ec", secret="sai-pin"), replace(token, label="khong-co")):
        with pytest.raises(SealNotMade):
            _seal(wrong)


def _settings(folder: Path, text: str) -> str:
    path = folder / "seals.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_seals_are_read_from_a_file_that_names_its_secrets(tmp_path: Path) -> None:
    path = _settings(
        tmp_path,
        '[[seal]]\nbody = 12\np12 = "a.p12"\nsecret_from = "A"\n'
        '[[seal]]\nbody = 15\nmodule = "m.so"\ntoken = "T"\nlabel = "L"\nsecret_from = "B"\n',
    )
    seals = seals_from(path, {"A": "mot", "B": "hai"})
    assert seals == {
        12: SealSource(p12="a.p12", secret="mot"),
        15: SealSource(module="m.so", token="T", label="L", secret="hai"),
    }
    assert "mot" not in repr(seals)
    assert "hai" not in repr(seals)
    assert seals_from("") == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[seal]", "không đọc được"),
        ('seal = "x"', "chỉ gồm"),
        ('[[seal]]\nbody = 1\np12 = "a"\n', "gồm body"),
        ('[[seal]]\nbody = "một"\np12 = "a"\nsecret_from = "A"\n', "mã số"),
        ('[[seal]]\nbody = 1\np12 = "a"\nsecret_from = "KHONG_CO"\n', "KHONG_CO"),
        ('[[seal]]\nbody = 1\np12 = "a"\nsecret_from = "A"\n' * 2, "hai dấu"),
    ],
)
def test_a_wrong_file_of_seals_stops_the_start_with_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(WrongSetting, match=says):
        seals_from(_settings(tmp_path, text), {"A": "mot"})
