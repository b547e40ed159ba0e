"""A backup that was cut, changed or made by something else is never restored."""

import tarfile
from dataclasses import replace
from pathlib import Path

import pytest

from phoihop.hosting import archive
from phoihop.hosting.archive import Manifest
from phoihop.hosting.failures import HostingError


def written(folder: Path, *, form: int = archive.FORM) -> Path:
    dump, photo, target = folder / "dump", folder / "anh.jpg", folder / "saoluu.tar"
    dump.write_bytes(b"dump" * 5000)
    photo.write_bytes(b"anh" * 5000)
    with archive.written(target) as writer:
        writer.add(dump, name=archive.DUMP)
        writer.add(photo, name="files/2026/ảnh.jpg")
        writer.add(folder / "vanished", name="files/vanished")
        manifest = Manifest("0.1.0", "2026-01-02T03:04:05+07:00", ["core.0001_initial"], writer.checksums)
        writer.finish(replace(manifest, form=form))
    return target


def test_a_whole_backup_says_what_it_is_and_unpacks(tmp_path: Path) -> None:
    target = written(tmp_path)
    assert sorted(archive.verified(target).checksums) == ["database.dump", "files/2026/ảnh.jpg"]
    archive.extract(target, to=tmp_path / "out")
    assert (tmp_path / "out/files/2026/ảnh.jpg").read_bytes() == b"anh" * 5000
    assert target.stat().st_mode & 0o777 == 0o600


def test_one_changed_byte_is_found(tmp_path: Path) -> None:
    target = written(tmp_path)
    content = bytearray(target.read_bytes())
    content[content.index(b"anhanh") + 100] ^= 1
    target.write_bytes(content)
    with pytest.raises(HostingError, match="files/2026/ảnh.jpg không đúng"):
        archive.verified(target)


@pytest.mark.parametrize("kept", [0, 100, 5_000, 25_000])
def test_a_cut_backup_is_refused(tmp_path: Path, kept: int) -> None:
    target = written(tmp_path)
    target.write_bytes(target.read_bytes()[:kept])
    with pytest.raises(HostingError, match="không phải là bản sao lưu"):
        archive.verified(target)


def test_another_tar_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "other.tar"
    with tarfile.open(target, "w") as other:
        other.add(__file__, arcname="x")
    with pytest.raises(HostingError, match="không phải là bản sao lưu"):
        archive.verified(target)


def test_a_later_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HostingError, match="phiên bản mới hơn"):
        archive.verified(written(tmp_path, form=archive.FORM + 1))


def test_an_interrupted_backup_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(KeyError), archive.written(tmp_path / "b.tar"):
        raise KeyError
    assert list(tmp_path.iterdir()) == []
