/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include "widgets/tool/cw-handle.h"

static CwTechnology *
make_technology (void)
{
  return cw_technology_new_default (3);
}

/* a design with one device, turned and mirrored */
static CwDesign *
make_design (CwPassiveForm form, CwAngle angle, gboolean mirror, CwId *id)
{
  g_autoptr (CwTechnology) technology = make_technology ();
  g_autoptr (CwPath) outline
      = cw_path_new_box ((CwBox){ fixture_um (-5000, -5000), fixture_um (5000, 5000) });
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);
  g_autoptr (CwEdit) edit = cw_edit_new (empty);
  g_autoptr (GError) error = NULL;
  CwPassive passive;

  cw_passive_init (&passive, form, technology);
  passive.name = g_ref_string_new ("X1");
  passive.at = fixture_um (123, -456);
  passive.angle = angle;
  passive.mirror = (guint8) mirror;
  *id = cw_edit_add_passive (edit, &passive, &error);
  g_ref_string_release (passive.name);
  g_assert_no_error (error);

  return cw_edit_finish (edit, NULL);
}

static CwPoint
get_handle (CwDesign *design, CwId id, guint index)
{
  g_autoptr (GArray) handles = cw_handle_list (design, id);

  g_assert_cmpuint (index, <, handles->len);

  return g_array_index (handles, CwPoint, index);
}

/* dragged by some way along its axis, the handle lies below the pointer again, as near as the grid
 * of its parameter or one of its count lets it, and no other parameter changed */
static void
check_drag (CwDesign *design, CwId id, guint index, CwPoint by)
{
  CwCoord grid = 2 * CW_UM;
  CwPoint from = get_handle (design, id, index);
  CwPoint to = cw_point_add (from, by);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = cw_handle_drag (design, id, index, to, grid, &error);
  const CwPassive *before = cw_design_get_passive (design, id);
  const CwPassive *after;
  guint n_changed = 0;
  gboolean is_count = FALSE;
  CwPoint at;

  g_assert_no_error (error);
  after = cw_design_get_passive (next, id);
  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    {
      if (after->values[i] == before->values[i])
        continue;
      n_changed++;
      is_count = i == CW_PARAMETER_COUNT;
      g_assert_true (is_count || after->values[i] % grid == 0);
    }
  g_assert_cmpuint (n_changed, <=, 1);
  at = get_handle (next, id, index);
  if (n_changed == 1 && !is_count)
    {
      /* the way across the axis does not count */
      gint64 along = MIN (ABS ((gint64) at.x - to.x), ABS ((gint64) at.y - to.y));

      g_assert_cmpint (along, <=, grid);
    }
}

static void
test_handles_follow_the_pointer (void)
{
  static const CwPoint ways[] = { { 24 * CW_UM, 0 },
                                  { 0, 24 * CW_UM },
                                  { 4 * CW_UM, 4 * CW_UM },
                                  { 33333, -11111 },
                                  { 60 * CW_UM, 60 * CW_UM } };

  for (guint form = 0; form < CW_N_PASSIVE_FORMS; form++)
    for (guint turn = 0; turn < 8; turn++)
      {
        CwId id;
        g_autoptr (CwDesign) design = make_design (
            (CwPassiveForm) form, (CwAngle) (turn % 4) * CW_ANGLE_90, turn >= 4, &id);
        g_autoptr (GArray) handles = cw_handle_list (design, id);

        g_assert_cmpuint (handles->len, >=, 2);
        for (guint i = 0; i < handles->len; i++)
          for (gsize j = 0; j < G_N_ELEMENTS (ways); j++)
            {
              g_autoptr (CwDesign) next = NULL;

              /* inwards it may meet the least value, which it says */
              next = cw_handle_drag (design, id, i,
                                     cw_point_add (g_array_index (handles, CwPoint, i), ways[j]),
                                     2 * CW_UM, NULL);
              if (next != NULL)
                check_drag (design, id, i, ways[j]);
            }
      }
}

static CwId
add_ring (Fixture *self, CwBox box)
{
  g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwPath) path = cw_path_new_box (box);
  g_autoptr (CwDesign) next = NULL;
  CwBus bus = { .path = path, .width = 20 * CW_UM, .net = self->net_b, .level = PACKAGE_RDL2 };
  CwId id = cw_edit_add_bus (edit, &bus, NULL);

  g_assert_cmpuint (id, !=, CW_ID_NONE);
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (self->document, next, "Add bus");

  return id;
}

static CwBox
get_box (Fixture *self, CwId bus)
{
  return cw_path_get_bounds (cw_design_get_bus (fixture_get_design (self), bus)->path, TRUE);
}

static CwId
select_ring (Fixture *self)
{
  CwId bus = add_ring (self, (CwBox){ fixture_um (-4000, 2000), fixture_um (-3000, 2500) });
  CwPick pick = { bus, 0 };

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);

  return bus;
}

static void
test_corner_and_side (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId bus = select_ring (self);
  guint n = cw_document_get_n_revisions (self->document);
  CwBox box;

  g_assert_cmpint (fixture_drag (self, -3000, 2500, -2800.3, 2600.4), ==, CW_TOOL_COMMIT);
  box = get_box (self, bus);
  fixture_assert_point (box.min, -4000, 2000);
  fixture_assert_point (box.max, -2800, 2600);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, n + 1);
  /* a side moves only across itself */
  g_assert_cmpint (fixture_drag (self, -4000, 2300, -4100, 2450), ==, CW_TOOL_COMMIT);
  box = get_box (self, bus);
  fixture_assert_point (box.min, -4100, 2000);
  fixture_assert_point (box.max, -2800, 2600);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, n + 2);
}

static void
test_escape_reverts (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = NULL;

  select_ring (self);
  before = cw_design_ref (fixture_get_design (self));
  fixture_move (self, -3000, 2500);
  fixture_press (self, -3000, 2500);
  fixture_move (self, -2500, 2900);
  g_assert_nonnull (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_REVERT);
  g_assert_cmpint (fixture_release (self, -2500, 2900), ==, CW_TOOL_PASS);
  g_assert_true (fixture_get_design (self) == before);
}

/* a ring without area is refused in words, and the drag goes on */
static void
test_refusal_keeps_the_handle (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId bus = select_ring (self);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  g_assert_cmpint (fixture_drag (self, -3000, 2500, -4000, 2500), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOAST);
  g_assert_true (fixture_get_design (self) == before);
  g_assert_cmpint (fixture_click (self, -3500, 2500), ==, CW_TOOL_COMMIT);
  fixture_assert_point (get_box (self, bus).max, -3500, 2500);
}

static void
test_locked_has_none (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId bus = select_ring (self);
  g_autoptr (GArray) handles = cw_handle_list (fixture_get_design (self), bus);
  g_autoptr (GArray) locked = NULL;

  g_assert_cmpuint (handles->len, ==, 8);
  fixture_key (self, "l");
  locked = cw_handle_list (fixture_get_design (self), bus);
  g_assert_cmpuint (locked->len, ==, 0);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/handle/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("handles-of-every-form-follow-the-pointer", test_handles_follow_the_pointer);
  ADD ("corners-and-sides-of-a-ring-move", test_corner_and_side);
  ADD ("escape-reverts-a-drag", test_escape_reverts);
  ADD ("refusal-keeps-the-handle-in-hand", test_refusal_keeps_the_handle);
  ADD ("what-is-locked-has-no-handles", test_locked_has_none);

  return g_test_run ();
}
