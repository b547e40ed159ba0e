"""The routes of following: who follows what, obstacles, emergent tasks, reminders, guidance."""

from collections.abc import Callable


def following_lines[L](_line: Callable[..., L], _file: Callable[..., L]) -> dict[str, L]:
    """Whose page each is; `_line` and `_file` make the lines of `addresses`."""
    return {
        "plans:followers": _line("vanphong"),
        "plans:set_followers": _line("vanphong"),
        "plans:handing_over": _line("vanphong"),
        "plans:hand_over": _line("vanphong"),
        "plans:undo_hand_over": _line("vanphong", act_id="handing_over_id"),
        "plans:obstacles": _line("vanphong"),
        "plans:new_obstacle": _line("vanphong"),
        "plans:obstacle": _line("vanphong"),
        "plans:obstacle_act": _line("vanphong"),
        "plans:emergents": _line("vanphong"),
        "plans:new_emergent": _line("vanphong"),
        "plans:emergent": _line("vanphong"),
        "plans:answer_emergent": _line("vanphong"),
        "plans:withdraw_emergent": _line("vanphong"),
        "reports:chasing": _line("vanphong"),
        "reports:chase_preview": _line("vanphong"),
        "reports:chase_send": _line("vanphong"),
        "reports:chase": _line("vanphong"),
        "reports:chase_sign": _line("chutich"),
        "reports:chase_number": _line("vanthu"),
        "reports:chase_undo": _line("vanphong"),
        "reports:chase_word": _file("vanphong"),
        "reports:chase_pdf": _file("vanphong"),
        "lifecycle:following": _line("vanphong"),
        "lifecycle:obstacle_amendment": _line("vanphong"),
        "lifecycle:guidance_list": _line("canbomattran"),
        "lifecycle:new_guidance": _line("canbomattran"),
        "lifecycle:guidance": _line("canbomattran"),
        "lifecycle:guidance_word": _file("canbomattran"),
        "lifecycle:withdraw_guidance": _line("canbomattran"),
        "lifecycle:acknowledge_guidance": _line("canbomattran"),
        "lifecycle:guidance_message": _line("canbomattran"),
        "lifecycle:pass_on_guidance": _line("canbomattran"),
    }
