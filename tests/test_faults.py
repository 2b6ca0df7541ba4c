"""What can go wrong around files, and which tests hold for it: a map that stays true.

Not tested is power failing between two writes of the disk itself: no disk here can simulate it. The
order in which a file is written, synced, renamed and its folder synced is tested instead.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent
FAULTS = {
    "killed while saving": (
        "store/files/test_atomic.py: kill_while_saving_never_leaves_half_a_file",
        "store/glossary/test_glossary_file.py: killed_while_saving_the_glossary_is_whole",
    ),
    "killed while editing": (
        "store/review/test_journal.py: killed_at_any_moment_no_acknowledged_act_is_lost",
        "ui/test_recovery.py: killed_programs_lose_nothing_they_had_told",
        "ui/test_recovery.py: typed_text_is_safe_within_a_second_and_a_half",
    ),
    "an error in the program": (
        "ui/test_crash.py: journal_first_then_one_report",
        "ui/test_crash.py: errors_of_threads_arrive",
    ),
    "disk full": (
        "store/files/test_atomic.py: every_nth_call_that_fails_leaves_a_whole_file",
        "store/files/test_atomic.py: a_real_full_disk_keeps_the_old_file",
        "store/review/test_journal.py: a_full_disk_is_told_and_later_acts_are_kept",
        "ui/test_filing.py: every_failing_call_leaves_the_old_file_and_is_told",
        "test_architecture.py: files_are_written_in_few_places",
    ),
    "read-only places, other owners": (
        "store/files/test_atomic.py: an_unprivileged_user_cannot_write_a_closed_folder",
        "store/files/test_atomic.py: a_read_only_file_is_refused",
        "ui/test_filing.py: what_cannot_be_written_is_left_as_it_is",
    ),
    "links, devices, pipes, folders": (
        "store/files/test_atomic.py: anything_but_a_file_is_refused",
        "store/files/test_atomic.py: links_are_followed_and_stay_links",
        "store/files/test_atomic.py: what_has_nothing_to_say_is_not_waited_for",
        "ui/test_filing.py: devices_are_never_written",
    ),
    "mode, owner, attributes": (
        "store/files/test_atomic.py: mode_and_extended_attributes_are_kept",
        "store/files/test_atomic.py: the_owner_is_kept_where_that_is_possible",
        "store/files/test_atomic.py: a_copy_is_as_closed_as_its_original",
    ),
    "changed on disk, also with the same size and time": (
        "store/files/test_atomic.py: refuses_when_changed_meanwhile",
        "ui/test_changed_on_disk.py: a_change_is_told_and_reloading_keeps_decisions",
        "ui/test_changed_on_disk.py: the_watcher_lives_through_twenty_replaces",
        "ui/test_changed_on_disk.py: a_target_changed_meanwhile_is_asked_about",
    ),
    "two programs, one glossary": (
        "store/glossary/test_glossary_file.py: four_programs_adding_fifty_pairs_each_keep_all",
        "store/glossary/test_glossary_file.py: edits_of_the_same_entry_are_both_kept_and_told",
        "store/files/test_atomic.py: a_held_lock_is_told_and_freed_by_death",
    ),
    "encodings, damaged bytes, NUL": (
        "store/files/test_text_file.py: an_unchanged_file_is_written_byte_for_byte",
        "store/files/test_text_file.py: damaged_bytes_are_replaced_only_when_asked",
        "ui/test_workspace.py: bytes_that_are_no_text_are_asked_about",
    ),
    "mixed line ends": ("store/files/test_text_file.py: other_lines_keep_their_ends",),
    "characters that editors lose": (
        "ui/test_panes.py: every_character_comes_through_both_panes_and_back_to_disk",
    ),
    "places in text with emoji": ("ui/test_panes.py: offsets_there_and_back",),
    "two spellings of one letter": (
        "core/text/test_tokens.py: folding_is_the_same_for_both_unicode_compositions",
    ),
    "hidden directions, look-alike letters": (
        "ui/test_invisible_bar.py: they_are_counted_and_repaired_as_one_step",
        "ui/test_invisible_bar.py: suggestions_never_hide_a_sign",
    ),
    "texts made to take for ever": (
        "store/formats/test_html.py: hostile_pages_are_read_in_linear_time",
        "store/formats/test_markdown.py: openings_without_an_end_skip_nothing_however_many",
    ),
    "large files": (
        "ui/test_large.py: a_large_text_says_what_is_switched_off",
        "ui/test_large.py: a_long_paragraph_is_told_and_can_be_reviewed",
        "ui/test_large.py: reading_that_takes_long_can_be_given_up",
    ),
    "panes and session in any order of acts": ("ui/test_random_acts.py: twenty_thousand_acts",),
    "an analysis of a text that has changed": (
        "ui/test_session.py: the_same_text_opened_again_is_read_again",
        "ui/test_session.py: suspects_are_those_of_a_whole_reading",
    ),
    "closed while saving, told to end": (
        "ui/test_filing.py: closing_while_saving_ends_in_order",
        "ui/test_recovery.py: a_program_told_to_end_writes_its_journal_and_asks_nothing",
        "ui/test_tasks.py: closing_does_not_wait_for_ever",
    ),
    "a journal that is torn, of another text, or read twice": (
        "store/review/test_journal.py: cut_at_every_byte_the_longest_sound_beginning_counts",
        "store/review/test_journal.py: lines_of_another_text_are_not_taken",
        "store/review/test_journal.py: lines_read_twice_do_nothing",
    ),
    "a clock that jumps": (
        "store/files/test_atomic.py: refuses_when_changed_meanwhile",
        "ui/test_changed_on_disk.py: what_is_only_touched_is_not_told",
    ),
    "network folders": (
        "store/files/test_atomic.py: a_refused_replace_can_be_written_in_place_after_a_copy",
        "store/files/test_atomic.py: a_system_without_locks_still_saves",
        "ui/test_filing.py: where_nothing_can_be_replaced_writing_in_place_is_offered",
        "ui/test_tasks.py: waiting_for_a_disk_that_does_not_answer_ends",
    ),
    "power loss": (
        "store/files/test_atomic.py: order_is_write_sync_replace_sync_folder",
        "store/files/test_atomic.py: a_disk_that_does_not_confirm_is_told_of_as_what_it_is",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_has_its_tests(fault: str) -> None:
    for place in FAULTS[fault]:
        file, _, name = place.partition(": ")
        text = (ROOT / file).read_text(encoding="utf-8")
        assert re.search(rf"^def test_{name}", text, re.MULTILINE), place
