"""A server of mail on this machine, for tests: `server.py FOLDER MANNER`.

It prints its port, and puts each mail it takes into the folder. MANNER is how it treats what is sent:
takes, refuses (for good), is-busy (for now), asks (for the name `office` and the password `right`).
"""

import asyncio
import pathlib
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder, manner = pathlib.Path(sys.argv[1]), sys.argv[2]


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if manner == "refuses":
            return "550 5.1.1 no such mailbox here"
        if manner == "is-busy":
            return "451 4.3.0 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        number = len(list(folder.iterdir()))
        content = b"To: " + ",".join(envelope.rcpt_tos).encode() + b"\n" + envelope.content
        (folder / f"{number}.eml").write_bytes(content)
        return "250 2.0.0 taken as number " + str(number)


def knows(server, session, envelope, mechanism, account):
    return AuthResult(success=account.login == b"office" and account.password == b"right")


asked = {"authenticator": knows, "auth_required": True, "auth_require_tls": False} if manner == "asks" else {}
controller = Controller(Handler(), hostname="127.0.0.1", port=0, **asked)
controller.loop.close()
controller.loop = asyncio.new_event_loop()


async def serve():
    server = await controller.loop.create_server(controller.factory, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


try:
    controller.loop.run_until_complete(serve())
except KeyboardInterrupt:
    pass
