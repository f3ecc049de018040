### Signing in, and the demo.

demo-title = The demo
demo-invites = Be any member of either co-op, and see what the bylaws let them do.
demo-open = Choose who to be
demo-lead = Choose somebody to be. Nobody here is real, and nothing here leaves this machine.
sign-in-lead = Paste the token that your co-op gave you.
token = Token
token-hint = 64 letters and digits. Whoever has it can act in your name, so keep it to yourself.
token-wrong = This token is not known here, or is no longer good.
