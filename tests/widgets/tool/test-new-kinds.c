/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include "widgets/tool/cw-hit.h"
#include "widgets/tool/cw-wiring.h"

/* what claims' packages have besides traces and vias, taken by the mouse: a resistor at (4000, 0), a
 * bus ring around (4000, 2000), a cavity at (4000, -2000), all far from the rest */
typedef struct
{
  CwId passive;
  CwId bus;
  CwId cavity;
  CwId line;
} Kinds;

static Kinds
add_kinds (Fixture *self)
{
  g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwPath) ring = cw_path_new_box (CW_BOX (3500000, 1500000, 4500000, 2500000));
  g_autoptr (CwPath) hollow = cw_path_new_box (CW_BOX (3500000, -2500000, 4500000, -1500000));
  g_autoptr (CwPath) cut = cw_path_new_points ((CwPoint[]){ { 0, 0 }, { 1000000, 0 } }, 2);
  const CwId ids[] = { self->net_a, self->net_b };
  g_autoptr (CwNets) nets = cw_nets_new (ids, 2);
  CwBus bus = { .path = ring, .width = 20000, .net = self->net_a, .level = PACKAGE_RDL2 };
  CwCavity cavity = { .outline = hollow, .depth = 50000, .level = PACKAGE_SUBSTRATE };
  CwCutLine line = { .name = g_ref_string_new_intern ("A"), .path = cut };
  g_autoptr (CwDesign) design = NULL;
  CwPassive passive;
  Kinds kinds;

  cw_passive_init (&passive, CW_FORM_BAR, cw_design_get_technology (fixture_get_design (self)));
  passive.name = g_ref_string_new_intern ("R1");
  passive.values[CW_PARAMETER_WIDTH] = 20000;
  passive.values[CW_PARAMETER_LENGTH] = 800000;
  passive.at = CW_POINT (4000000, 0);
  passive.nets = nets;
  kinds.passive = cw_edit_add_passive (edit, &passive, NULL);
  kinds.bus = cw_edit_add_bus (edit, &bus, NULL);
  kinds.cavity = cw_edit_add_cavity (edit, &cavity, NULL);
  kinds.line = cw_edit_add_cut_line (edit, &line, NULL);
  g_ref_string_release (line.name);
  g_ref_string_release (passive.name);
  g_assert_true (kinds.passive != 0 && kinds.bus != 0 && kinds.cavity != 0 && kinds.line != 0);
  design = cw_edit_finish (edit, NULL);
  cw_document_commit (self->document, design, "Add");
  return kinds;
}

static gboolean
is_selected (Fixture *self, CwId id)
{
  return cw_selection_contains (self->selection, (CwPick){ id, 0 });
}

static void
test_clicks_select (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  Kinds kinds = add_kinds (self);
  g_autofree char *text = NULL;

  fixture_click (self, 4100, 0);
  g_assert_true (is_selected (self, kinds.passive));
  fixture_click (self, 4000, 1500);
  g_assert_true (is_selected (self, kinds.bus));
  fixture_click (self, 4000, -2000);
  g_assert_true (is_selected (self, kinds.cavity));
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
  text = cw_pick_dup_description (fixture_get_design (self), (CwPick){ kinds.passive, 0 },
                                  CW_UNIT_UM);
  g_assert_cmpstr (text, ==, "Passive device R1, RDL2, 820 × 20 µm");
}

static void
test_drags_move (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  Kinds kinds = add_kinds (self);

  g_assert_cmpint (fixture_drag (self, 4100, 0, 4300, 100), ==, CW_TOOL_COMMIT);
  fixture_assert_point (cw_design_get_passive (fixture_get_design (self), kinds.passive)->at, 4200,
                        100);
  g_assert_cmpint (fixture_drag (self, 4000, 1500, 4000, 1700), ==, CW_TOOL_COMMIT);
  fixture_assert_point (
      cw_design_get_bus (fixture_get_design (self), kinds.bus)->path->vertices[0].at, 3500, 1700);
  g_assert_cmpint (fixture_drag (self, 4000, -2000, 4100, -2000), ==, CW_TOOL_COMMIT);
  fixture_assert_point (
      cw_design_get_cavity (fixture_get_design (self), kinds.cavity)->outline->vertices[0].at, 3600,
      -2500);
}

static void
test_keys_work_on_all (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  Kinds kinds = add_kinds (self);
  CwPick picks[]
      = { { kinds.passive, 0 }, { kinds.bus, 0 }, { kinds.cavity, 0 }, { kinds.line, 0 } };
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  for (guint i = 0; i < G_N_ELEMENTS (picks); i++)
    {
      cw_selection_change (self->selection, CW_SELECT_REPLACE, &picks[i], 1);
      for (guint k = 0; k < 4; k++)
        g_assert_cmpint (fixture_key (self, "r"), ==, CW_TOOL_COMMIT);
      g_assert_true (cw_design_equal (before, fixture_get_design (self)));
      g_assert_cmpint (fixture_key (self, "l"), ==, CW_TOOL_COMMIT);
      g_assert_true (cw_design_is_locked (fixture_get_design (self), picks[i].item));
      g_assert_cmpint (fixture_key (self, "l"), ==, CW_TOOL_COMMIT);
      g_assert_true (cw_design_equal (before, fixture_get_design (self)));
      g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
      g_assert_null (cw_design_get_item (fixture_get_design (self), picks[i].item));
      cw_document_undo (self->document);
    }
}

static void
test_copies_have_names_of_their_own (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  Kinds kinds = add_kinds (self);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwDesign *after;
  CwId copy;

  self->modifiers = CW_TOOL_CTRL;
  g_assert_cmpint (fixture_drag (self, 4100, 0, 4100, 500), ==, CW_TOOL_COMMIT);
  self->modifiers = 0;
  after = fixture_get_design (self);
  copy = fixture_find_new (before, after, CW_ITEM_PASSIVE, 0);
  g_assert_cmpstr (cw_design_get_passive (after, copy)->name, ==, "R2");
  g_assert_cmpstr (cw_design_get_passive (after, kinds.passive)->name, ==, "R1");
  fixture_assert_point (cw_design_get_passive (after, copy)->at, 4000, 500);
}

static void
test_terminals_and_buses_are_targets (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  Kinds kinds = add_kinds (self);
  g_autoptr (GArray) targets
      = cw_wiring_list_targets (fixture_get_design (self), self->net_a, (CwPick){ self->trace, 0 });
  guint n_passive = 0;
  guint n_bus = 0;

  for (guint i = 0; i < targets->len; i++)
    {
      const CwTarget *target = &g_array_index (targets, CwTarget, i);

      if (target->pick.item == kinds.passive)
        {
          fixture_assert_point (target->at, 3600, 0);
          n_passive++;
        }
      n_bus += target->pick.item == kinds.bus;
    }
  g_assert_cmpuint (n_passive, ==, 1);
  g_assert_cmpuint (n_bus, ==, 4);
}

static void
test_a_net_holds_all_that_is_on_it (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  Kinds kinds = add_kinds (self);
  CwPick pick = { kinds.bus, 0 };

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
  fixture_key (self, "u");
  fixture_key (self, "u");
  g_assert_true (is_selected (self, kinds.passive));
  g_assert_true (is_selected (self, self->trace));
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_false (is_selected (self, kinds.cavity));
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/new-kinds/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("clicks-select", test_clicks_select);
  ADD ("drags-move", test_drags_move);
  ADD ("keys-work-on-all", test_keys_work_on_all);
  ADD ("copies-have-names-of-their-own", test_copies_have_names_of_their_own);
  ADD ("terminals-and-buses-are-targets", test_terminals_and_buses_are_targets);
  ADD ("a-net-holds-all-that-is-on-it", test_a_net_holds_all_that_is_on_it);

  return g_test_run ();
}
