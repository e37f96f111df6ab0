/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-fragment.h"

static CwDesign *
make_fragment (Fixture *self)
{
  CwId ids[] = { self->die, self->pad_via, self->trace, self->via, self->ball_a };
  g_autoptr (GError) error = NULL;
  CwDesign *fragment = cw_fragment_new (fixture_get_design (self), ids, G_N_ELEMENTS (ids), &error);

  g_assert_no_error (error);

  return fragment;
}

static CwDesign *
merge (CwDesign *fragment, CwDesign *base, CwPoint by, GArray *copies)
{
  CwTransform transform = { .offset = by };
  g_autoptr (GError) error = NULL;
  CwDesign *next = cw_fragment_merge (fragment, base, &transform, copies, &error);

  g_assert_no_error (error);

  return next;
}

static void
test_holds_what_items_need (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) fragment = make_fragment (self);

  g_assert_cmpuint (cw_fragment_count (fragment), ==, 5);
  g_assert_cmpuint (cw_design_get_n_items (fragment, CW_ITEM_DIE_TYPE), ==, 1);
  /* the die is on both nets */
  g_assert_cmpuint (cw_design_get_n_items (fragment, CW_ITEM_NET), ==, 2);
  g_assert_cmpuint (cw_design_find (fragment, CW_ITEM_BONDING_PAD, "A1"), !=, CW_ID_NONE);
  g_assert_cmpuint (cw_design_find (fragment, CW_ITEM_BONDING_PAD, "A2"), ==, CW_ID_NONE);
}

static void
test_within_a_design (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) fragment = make_fragment (self);
  g_autoptr (GArray) copies = g_array_new (FALSE, FALSE, sizeof (CwId));
  CwDesign *base = fixture_get_design (self);
  g_autoptr (CwDesign) next = merge (fragment, base, fixture_um (0, 3000), copies);
  CwId die = cw_design_find (next, CW_ITEM_DIE, "U2");
  const CwDie *copy = cw_design_get_die (next, die);

  g_assert_cmpuint (copies->len, ==, 5);
  g_assert_nonnull (copy);
  g_assert_cmpuint (copy->type, ==, cw_design_get_die (base, self->die)->type);
  g_assert_true (cw_nets_equal (copy->nets, cw_design_get_die (base, self->die)->nets));
  g_assert_cmpint (copy->at.y - cw_design_get_die (base, self->die)->at.y, ==, 3 * CW_MM);
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_NET), ==,
                    cw_design_get_n_items (base, CW_ITEM_NET));
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_DIE_TYPE), ==, 1);
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_TRACE), ==, 2);
  /* A1 and A2 are taken */
  g_assert_cmpuint (cw_design_find (next, CW_ITEM_BONDING_PAD, "A3"), !=, CW_ID_NONE);
}

/* the same levels in another order of nets, with another die type of the same name */
static void
test_into_another_design (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) fragment = make_fragment (self);
  CwBox body = { fixture_um (-400, -300), fixture_um (400, 300) };
  CwId nets[2] = { CW_ID_NONE };
  CwEdit *edit = package_begin ();
  g_autoptr (CwDesign) other = NULL;
  g_autoptr (CwDesign) next = NULL;
  const CwTrace *trace;
  CwId net;

  package_add_net (edit, "Z");
  nets[0] = package_add_net (edit, "B");
  package_add_die (edit, "U1", body, 100 * CW_UM, 2, nets);
  other = package_end (edit);
  next = merge (fragment, other, CW_POINT (0, 0), NULL);
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_DIE_TYPE), ==, 2);
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_NET), ==, 3);
  net = cw_design_find (next, CW_ITEM_NET, "A");
  g_assert_cmpuint (net, !=, CW_ID_NONE);
  trace = cw_design_get_trace (next, cw_id_new (CW_ITEM_TRACE, 1));
  g_assert_cmpuint (trace->net, ==, net);
  g_assert_cmpstr (
      cw_design_get_net_name (
          next, cw_design_get_die (next, cw_design_find (next, CW_ITEM_DIE, "U2"))->nets->nets[1]),
      ==, "B");
}

/* a package with one wiring level only */
static CwDesign *
make_lower (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (1);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-5 * CW_MM, -5 * CW_MM, 5 * CW_MM, 5 * CW_MM));

  return cw_design_new (technology, outline);
}

static void
test_missing_level_is_named (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) fragment = make_fragment (self);
  g_autoptr (CwDesign) lower = make_lower ();
  g_autoptr (GError) error = NULL;
  CwTransform identity = CW_TRANSFORM_IDENTITY;

  g_assert_null (cw_fragment_merge (fragment, lower, &identity, NULL, &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE);
  g_assert_nonnull (strstr (error->message, "\"RDL2\""));
}

/* what lies on levels that both have lands on those of the same names, whatever their numbers */
static void
test_levels_go_by_name (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId ids[] = { self->trace, self->pad_via };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) fragment = cw_fragment_new (fixture_get_design (self), ids, 2, &error);
  g_autoptr (CwDesign) lower = make_lower ();
  g_autoptr (CwDesign) next = merge (fragment, lower, CW_POINT (0, 0), NULL);
  const CwTrace *trace = cw_design_get_trace (next, cw_id_new (CW_ITEM_TRACE, 1));

  g_assert_cmpstr (cw_technology_get_level (cw_design_get_technology (next), trace->level)->name,
                   ==, "RDL1");
}

static void
test_ghost_is_what_is_pasted (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) fragment = make_fragment (self);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;

  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "paste-fragment", NULL), ==, CW_TOOL_PASS);
  cw_tool_host_set_fragment (self->host, fragment);
  self->at = fixture_um (0, 3000);
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "paste-fragment", NULL), ==,
                   CW_TOOL_PREVIEW);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
  fixture_move (self, 17.3, 3100.4);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, 17.3, 3100.4), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Paste 5 items");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 5);
  cw_document_undo (self->document);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_escape_pastes_nothing (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) fragment = make_fragment (self);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  cw_tool_host_set_fragment (self->host, fragment);
  fixture_send (self, CW_TOOL_COMMAND, "paste-fragment", NULL);
  fixture_move (self, 500, 500);
  fixture_key (self, "r");
  fixture_key (self, "Escape");
  g_assert_true (fixture_get_design (self) == before);
  g_assert_null (cw_tool_get_preview (self->tool));
}

static void
test_typed_zero_is_the_old_place (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) fragment
      = cw_fragment_new (fixture_get_design (self), &self->ball_a, 1, &error);
  CwId copy;

  cw_tool_host_set_fragment (self->host, fragment);
  fixture_send (self, CW_TOOL_COMMAND, "paste-fragment", NULL);
  fixture_move (self, -300, 77);
  fixture_value (self, "dx", "0");
  fixture_value (self, "dy", "0.25mm");
  g_assert_cmpint (fixture_click (self, -300, 77), ==, CW_TOOL_COMMIT);
  copy = cw_design_find (fixture_get_design (self), CW_ITEM_BONDING_PAD, "A3");
  fixture_assert_point (cw_design_get_bonding_pad (fixture_get_design (self), copy)->at, 2000,
                        -150);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/fragment/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("holds-what-items-need", test_holds_what_items_need);
  ADD ("within-a-design-only-names-change", test_within_a_design);
  ADD ("into-another-design-nets-go-by-name", test_into_another_design);
  ADD ("missing-level-is-named", test_missing_level_is_named);
  ADD ("levels-go-by-name", test_levels_go_by_name);
  ADD ("ghost-is-what-is-pasted", test_ghost_is_what_is_pasted);
  ADD ("escape-pastes-nothing", test_escape_pastes_nothing);
  ADD ("typed-zero-is-the-old-place", test_typed_zero_is_the_old_place);

  return g_test_run ();
}
