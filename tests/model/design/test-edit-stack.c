/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "tests/model/design/fixture.h"

/* levels of the default technology with two wiring levels */
enum
{
  D1 = 4,
  RDL1,
  D2,
  RDL2,
  PASS,
};

typedef struct
{
  CwDesign *design;
  CwId trace;
  CwId via;
  CwId pad;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (CwDesign) base = fixture_new_design (2);
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  CwId net = fixture_add_net (edit, "vdd");

  self->trace = fixture_add_trace (edit, net, 1, CW_POINT (0, 0), CW_POINT (CW_MM, 0), 10 * CW_UM);
  self->via = fixture_add_via (edit, net, 0, CW_POINT (0, 0));
  self->pad = fixture_add_bonding_pad (edit, net, "A1", CW_POINT (CW_MM, 0));
  self->design = cw_edit_finish (edit, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_design_unref (self->design);
}

/* the stack of a design without levels @gap … @gap + @n_out - 1, with @n_in copies of the level
 * there put in, named "NEW" and "NEW2" */
static CwTechnology *
change_stack (const CwTechnology *technology, guint gap, guint n_out, const CwLevel *in, guint n_in,
              guint8 map[CW_MAX_LEVELS])
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (CwLevel));
  g_autoptr (GByteArray) from = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  CwTechnology *changed;
  const guint8 none = CW_LEVEL_NONE;

  for (guint i = 0; i <= cw_technology_get_n_levels (technology); i++)
    {
      guint8 index = (guint8) i;

      for (guint j = 0; i == gap && j < n_in; j++)
        {
          g_array_append_val (levels, in[j]);
          g_byte_array_append (from, &none, 1);
        }
      if (i == cw_technology_get_n_levels (technology) || (i >= gap && i < gap + n_out))
        continue;
      g_array_append_vals (levels, cw_technology_get_level (technology, i), 1);
      g_byte_array_append (from, &index, 1);
    }

  changed = cw_technology_dup_with_levels (technology, (const CwLevel *) (gpointer) levels->data,
                                           levels->len, from->data, map, &error);
  g_assert_no_error (error);
  return changed;
}

static void
test_items_follow (Fixture *self, gconstpointer data)
{
  const CwTechnology *technology = cw_design_get_technology (self->design);
  g_autoptr (GRefString) dielectric = g_ref_string_new ("NEW");
  g_autoptr (GRefString) wiring = g_ref_string_new ("NEW2");
  const CwLevel in[] = {
    { .name = dielectric, .kind = CW_LEVEL_DIELECTRIC, .material = 5, .thickness = 7000 },
    { .name = wiring, .kind = CW_LEVEL_WIRING, .material = 6, .thickness = 5000 },
  };
  guint8 map[CW_MAX_LEVELS];
  g_autoptr (CwTechnology) changed = change_stack (technology, D2, 0, in, 2, map);
  g_autoptr (CwEdit) edit = cw_edit_new (self->design);
  g_autoptr (GError) error = NULL;
  const CwVia *via;

  g_assert_cmpuint (map[RDL1], ==, RDL1);
  g_assert_cmpuint (map[RDL2], ==, RDL2 + 2);
  g_assert_true (cw_edit_set_stack (edit, changed, map, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (((const CwTrace *) cw_edit_get_item (edit, self->trace))->level, ==, RDL2 + 2);
  via = cw_edit_get_item (edit, self->via);
  g_assert_cmpuint (via->from, ==, RDL1);
  g_assert_cmpuint (via->to, ==, RDL2 + 2);
  g_assert_cmpuint (((const CwBondingPad *) cw_edit_get_item (edit, self->pad))->level, ==,
                    map[cw_design_get_bonding_pad (self->design, self->pad)->level]);
  g_assert_cmpuint (cw_design_get_trace (self->design, self->trace)->level, ==, RDL2);
}

static void
test_lost_level (Fixture *self, gconstpointer data)
{
  const CwTechnology *technology = cw_design_get_technology (self->design);
  guint8 map[CW_MAX_LEVELS];
  g_autoptr (CwTechnology) changed = change_stack (technology, D2, 2, NULL, 0, map);
  g_autoptr (CwEdit) edit = cw_edit_new (self->design);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (map[RDL2], ==, CW_LEVEL_NONE);
  g_assert_false (cw_edit_set_stack (edit, changed, map, &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE);
  g_assert_cmpstr (error->message, ==,
                   "bonding-pad \"A1\" is on level \"RDL2\", which is taken out of the stack");

  next = cw_edit_finish (edit, NULL);
  g_assert_true (cw_design_equal (next, self->design));
}

static void
test_lost_level_of_nameless (Fixture *self, gconstpointer data)
{
  const CwTechnology *technology = cw_design_get_technology (self->design);
  guint8 map[CW_MAX_LEVELS];
  g_autoptr (CwTechnology) changed = change_stack (technology, D2, 2, NULL, 0, map);
  g_autoptr (CwEdit) edit = cw_edit_new (self->design);
  g_autoptr (GError) error = NULL;
  g_autofree char *message
      = g_strdup_printf ("trace %u is on level \"RDL2\", which is taken out of the stack",
                         cw_id_get_number (self->trace));

  g_assert_true (cw_edit_remove (edit, self->pad, NULL));
  g_assert_true (cw_edit_remove (edit, self->via, NULL));
  g_assert_false (cw_edit_set_stack (edit, changed, map, &error));
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);

  g_assert_true (cw_edit_remove (edit, self->trace, NULL));
  g_assert_true (cw_edit_set_stack (edit, changed, map, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/design/edit-stack/items-follow-their-levels", Fixture, NULL, set_up,
              test_items_follow, tear_down);
  g_test_add ("/model/design/edit-stack/lost-level-is-refused-and-changes-nothing", Fixture, NULL,
              set_up, test_lost_level, tear_down);
  g_test_add ("/model/design/edit-stack/level-without-items-may-go", Fixture, NULL, set_up,
              test_lost_level_of_nameless, tear_down);

  return g_test_run ();
}
