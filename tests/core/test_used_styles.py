from phoihop.core.used_styles import cut_down, used_in

USED = used_in(['<p class="card bg-{{ colour }}-lt btn">', 'GREEN = "green"', 'row.className = "is-open"'])


def kept(sheet: str) -> str:
    return cut_down(sheet, USED)


def test_rules_of_unused_classes_go_and_elements_stay():
    assert kept("a{b:c}.card{d:e}.carousel{f:g}") == "a{b:c}.card{d:e}"


def test_a_rule_of_several_selectors_keeps_those_that_are_used():
    assert kept(".carousel,.card .btn,.card .modal{a:b}") == ".card .btn{a:b}"


def test_a_class_put_together_in_a_template_is_used_where_the_filled_in_part_is_a_word():
    assert kept(".bg-green-lt{a:b}.bg-mauve-lt{a:b}.bg-green{a:b}") == ".bg-green-lt{a:b}"


def test_what_a_selector_excludes_needs_no_use():
    assert kept(".btn:not(.disabled):is(.carousel,a){a:b}") == ".btn:not(.disabled):is(.carousel,a){a:b}"


def test_groups_are_cut_inside_and_go_when_nothing_is_left():
    sheet = "@media print{.card{a:b}.modal{a:b}}@media screen{.modal{a:b}}@font-face{c:d}"
    assert kept(sheet) == "@media print{.card{a:b}}@font-face{c:d}"


def test_a_statement_without_braces_stays():
    assert kept('@charset "UTF-8";.card{a:b}') == '@charset "UTF-8";.card{a:b}'


def test_a_remark_names_no_class():
    sheet = "/*! Kit 1.0.0 (https://kit.example) */:root,[data-theme=light]{--white:#fff}"
    assert kept(sheet) == sheet
