/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static guint
count_new (CwDesign *before, Fixture *self, CwItemKind kind)
{
  guint n = 0;

  while (fixture_find_new (before, fixture_get_design (self), kind, n) != CW_ID_NONE)
    n++;

  return n;
}

static const CwVia *
get_new_via (CwDesign *before, Fixture *self, guint index)
{
  return cw_design_get_via (
      fixture_get_design (self),
      fixture_find_new (before, fixture_get_design (self), CW_ITEM_VIA, index));
}

static gboolean
has_mark_text (Fixture *self, const char *text)
{
  g_autoptr (GArray) marks = cw_tool_list_marks (self->tool);

  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, CwMark, i).text != NULL
        && strstr (g_array_index (marks, CwMark, i).text, text) != NULL)
      return TRUE;

  return FALSE;
}

static void
choose_span (Fixture *self, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;

  /* the pair must be one at each step */
  if (!cw_tool_set_field (self->tool, "to", to, NULL))
    {
      cw_tool_set_field (self->tool, "from", from, &error);
      g_assert_no_error (error);
    }
  cw_tool_set_field (self->tool, "from", from, &error);
  g_assert_no_error (error);
  cw_tool_set_field (self->tool, "to", to, &error);
  g_assert_no_error (error);
}

static void
test_drag_places_a_row (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;

  fixture_value (self, "pitch", "50");
  fixture_move (self, -3000, 2000);
  fixture_press (self, -3000, 2000);
  fixture_move (self, -2900, 2000);
  fixture_move (self, -2800, 2000);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
  g_assert_true (has_mark_text (self, "5 vias"));
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_release (self, -2800, 2000), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  g_assert_cmpuint (count_new (before, self, CW_ITEM_VIA), ==, 5);
  for (guint i = 0; i < 5; i++)
    fixture_assert_point (get_new_via (before, self, i)->at, -3000 + 50.0 * i, 2000);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Place 5 vias");
}

static void
test_count_holds_while_the_pointer_turns_the_row (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_value (self, "pitch", "40");
  fixture_value (self, "count", "3");
  g_assert_cmpint (fixture_drag (self, -3000, 2000, -3000, 3000), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (count_new (before, self, CW_ITEM_VIA), ==, 3);
  fixture_assert_point (get_new_via (before, self, 2)->at, -3000, 2080);
}

static void
test_escape_forgets_a_row (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_move (self, -3000, 2000);
  fixture_press (self, -3000, 2000);
  fixture_move (self, -2500, 2000);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_REVERT);
  fixture_release (self, -2500, 2000);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_span_keys_name_only_what_is_allowed (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;

  fixture_move (self, -3000, 2000);
  for (guint i = 0; i < 12; i++)
    {
      CwDesign *preview = cw_tool_get_preview (self->tool);
      const CwVia *via;

      g_assert_nonnull (preview);
      via = cw_design_get_via (
          preview, fixture_find_new (fixture_get_design (self), preview, CW_ITEM_VIA, 0));
      g_hash_table_add (seen, g_strdup_printf ("%u-%u", via->from, via->to));
      fixture_key (self, "v");
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 3); /* pads to RDL1, RDL1 to RDL2, pads to RDL2 */
  g_assert_false (cw_tool_set_field (self->tool, "to", "D2", &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE);
}

static void
test_stack_has_a_via_a_step (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwLevel *pads = cw_technology_get_level (cw_design_get_technology (before), PACKAGE_PAD);

  fixture_move (self, -3000, 2000);
  choose_span (self, pads->name, "RDL2");
  fixture_key (self, "s");
  fixture_click (self, -3000, 2000);
  g_assert_cmpuint (count_new (before, self, CW_ITEM_VIA), ==, 2);
  g_assert_cmpuint (count_new (before, self, CW_ITEM_TRACE), ==, 0);
  for (guint i = 0; i < 2; i++)
    fixture_assert_point (get_new_via (before, self, i)->at, -3000, 2000);
  g_assert_cmpuint (get_new_via (before, self, 0)->to, ==, PACKAGE_RDL1);
  g_assert_cmpuint (get_new_via (before, self, 1)->from, ==, PACKAGE_RDL1);
}

static void
test_staggered_vias_are_joined_by_traces (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwLevel *pads = cw_technology_get_level (cw_design_get_technology (before), PACKAGE_PAD);
  const CwTrace *trace;

  fixture_check (self);
  fixture_move (self, (double) self->pads[1].x / CW_UM, (double) self->pads[1].y / CW_UM);
  choose_span (self, pads->name, "RDL2");
  fixture_key (self, "s");
  fixture_key (self, "s");
  fixture_value (self, "offset", "70");
  g_assert_cmpint (cw_tool_get_live_check (self->tool)->status, ==, CW_LIVE_LEGAL);
  fixture_click (self, (double) self->pads[1].x / CW_UM, (double) self->pads[1].y / CW_UM);
  g_assert_cmpuint (count_new (before, self, CW_ITEM_VIA), ==, 2);
  g_assert_cmpuint (count_new (before, self, CW_ITEM_TRACE), ==, 1);
  g_assert_cmpint (get_new_via (before, self, 1)->at.x - get_new_via (before, self, 0)->at.x, ==,
                   70 * CW_UM);
  trace = cw_design_get_trace (
      fixture_get_design (self),
      fixture_find_new (before, fixture_get_design (self), CW_ITEM_TRACE, 0));
  g_assert_cmpuint (trace->net, ==, self->net_b);
  g_assert_cmpuint (trace->level, ==, PACKAGE_RDL1);
}

static void
test_via_on_a_trace_joins_its_net (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_move (self, 700, -1000);
  g_assert_true (has_mark_text (self, "around the hole") || has_mark_text (self, "beyond"));
  fixture_click (self, 700, -1000);
  g_assert_cmpuint (get_new_via (before, self, 0)->net, ==, self->net_a);
}

static CwId
get_new_bus_net (CwDesign *before, Fixture *self)
{
  CwId id = fixture_find_new (before, fixture_get_design (self), CW_ITEM_BUS, 0);

  g_assert_cmpuint (id, !=, CW_ID_NONE);

  return cw_design_get_bus (fixture_get_design (self), id)->net;
}

static void
test_bus_takes_the_net_of_the_metal_below (void)
{
  g_autoptr (Fixture) self = fixture_new ("bus");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_move (self, 1000, -1000);
  g_assert_true (has_mark_text (self, "net A"));
  fixture_click (self, 1000, -1000);
  fixture_click (self, 3000, 3000);
  g_assert_cmpuint (get_new_bus_net (before, self), ==, self->net_a);
}

static void
test_bus_without_net_says_so (void)
{
  g_autoptr (Fixture) self = fixture_new ("bus");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwNet supply = { .net_class = CW_NET_POWER };
  g_autoptr (CwEdit) edit = cw_edit_new (before);
  g_autoptr (CwDesign) next = NULL;
  CwId vdd;

  fixture_move (self, -3000, 2000);
  g_assert_true (has_mark_text (self, "no net"));

  supply.name = g_ref_string_new ("VDD");
  vdd = cw_edit_add_net (edit, &supply, NULL);
  g_ref_string_release (supply.name);
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (self->document, next, "Net");
  fixture_move (self, -3000, 2000);
  g_assert_true (has_mark_text (self, "net VDD"));
  fixture_key (self, "n");
  g_assert_true (has_mark_text (self, "no net"));
  fixture_key (self, "n");
  g_assert_true (has_mark_text (self, "net VDD"));
  fixture_value (self, "net", "A");
  g_assert_true (has_mark_text (self, "net A"));
  fixture_value (self, "net", "-");
  fixture_click (self, -3000, 2000);
  fixture_click (self, -2000, 3000);
  g_assert_cmpuint (get_new_bus_net (next, self), ==, CW_ID_NONE);
  g_assert_cmpuint (vdd, !=, CW_ID_NONE);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/via-tool/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("drag-places-a-row", test_drag_places_a_row);
  ADD ("count-holds-while-the-pointer-turns-the-row",
       test_count_holds_while_the_pointer_turns_the_row);
  ADD ("escape-forgets-a-row", test_escape_forgets_a_row);
  ADD ("span-keys-name-only-what-is-allowed", test_span_keys_name_only_what_is_allowed);
  ADD ("stack-has-a-via-a-step", test_stack_has_a_via_a_step);
  ADD ("staggered-vias-are-joined-by-traces", test_staggered_vias_are_joined_by_traces);
  ADD ("via-on-a-trace-joins-its-net", test_via_on_a_trace_joins_its_net);
  ADD ("bus-takes-the-net-of-the-metal-below", test_bus_takes_the_net_of_the_metal_below);
  ADD ("bus-without-net-says-so", test_bus_without_net_says_so);

  return g_test_run ();
}
