"""An example of a signing agent: takes a link of the signing page, signs with a PKCS#12 file, brings it back.

    python signing_agent.py "phoihop-ky:https://…/ky-ket/may-ky/?khoa=…" key.p12

The password of the key is asked for. The protocol: docs/reference/signing-agent.md.
"""

import getpass
import io
import json
import sys
import urllib.error
import urllib.request
import uuid
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

SCHEME = "phoihop-ky:"


def address_of(link: str) -> str:
    """The https address in a link."""
    return link.removeprefix(SCHEME)


def fetch(address: str) -> bytes:
    """The PDF to sign."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        content: bytes = answer.read()
        return content


def signed(content: bytes, key: bytes, password: str) -> bytes:
    """The same bytes with one more signature."""
    signer = signers.SimpleSigner.load_pkcs12_data(key, other_certs=[], passphrase=password.encode())
    wanted = signers.PdfSignatureMetadata(
        field_name=f"Ky{uuid.uuid4().hex[:8]}", subfilter=fields.SigSeedSubFilter.PADES
    )
    made = signers.PdfSigner(wanted, signer=signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(content)))
    result: bytes = made.getvalue()
    return result


def give_back(address: str, content: bytes) -> tuple[int, dict[str, str]]:
    """(status, answer) for the signed PDF, sent as the file field `tep` of a form."""
    edge = uuid.uuid4().hex
    head = (
        f'--{edge}\r\nContent-Disposition: form-data; name="tep"; filename="da-ky.pdf"\r\n'
        "Content-Type: application/pdf\r\n\r\n"
    )
    body = head.encode() + content + f"\r\n--{edge}--\r\n".encode()
    wanted = urllib.request.Request(
        address, data=body, headers={"Content-Type": f"multipart/form-data; boundary={edge}"}
    )
    try:
        with urllib.request.urlopen(wanted, timeout=120) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def main() -> int:
    address, key = address_of(sys.argv[1]), Path(sys.argv[2]).read_bytes()
    status, said = give_back(address, signed(fetch(address), key, getpass.getpass("Mật khẩu của khóa: ")))
    sys.stdout.write(f"{said['message']}\n")
    return 0 if status < 300 else 1


if __name__ == "__main__":
    sys.exit(main())
