/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

/* Gestures that are begun at random and then dropped in one of the ways there are. Commits on the way are
 * undone, so that every gesture begins on the same design. */

#define N_GESTURES 10000

static const char *const keys[] = {
  "BackSpace", "Tab",        "v",         "slash",      "<Shift>space", "w", "<Shift>w", "r",
  "f",         "apostrophe", "backslash", "<Control>e", "<Control>d",   "m", "b",        "<Shift>r",
  "Return",    "<Control>z", "u",         "a",          "Left",         "p", "d"
};

static const char *const fields[]
    = { "x",    "y",        "dx",    "dy",    "length", "angle", "width", "hole",
        "land", "rotation", "pitch", "count", "inner",  "depth", "draft" };

static const char *const texts[] = { "", "12.5", "-300", "0", "=", "2*w", "45", "1mm", "1e9" };

static void
happen (Fixture *self, GRand *rand)
{
  double x = g_rand_int_range (rand, -30, 30) * 100;
  double y = g_rand_int_range (rand, -15, 15) * 100;

  self->modifiers = g_rand_int_range (rand, 0, 4) == 0 ? (guint) g_rand_int_range (rand, 0, 8) : 0;
  switch (g_rand_int_range (rand, 0, 8))
    {
    case 0:
    case 1:
      fixture_move (self, x, y);
      break;

    case 2:
    case 3:
      fixture_click (self, x, y);
      break;

    case 4:
      fixture_press (self, x, y);
      break;

    case 5:
      fixture_release (self, x, y);
      break;

    case 6:
      fixture_key (self, keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))]);
      break;

    case 7:
    default:
      fixture_value (self, fields[g_rand_int_range (rand, 0, G_N_ELEMENTS (fields))],
                     texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      break;
    }
}

static void
interrupt (Fixture *self, GRand *rand)
{
  self->modifiers = 0;
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
    case 1:
      fixture_key (self, "Escape");
      break;

    case 2:
    default:
      fixture_send (self, CW_TOOL_CLOSE, NULL, NULL);
      break;
    }
}

static void
test_nothing_is_left (gconstpointer data)
{
  const char *tool = data;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Fixture) self = fixture_new (tool);
  g_autoptr (CwDesign) start = cw_design_ref (fixture_get_design (self));
  CwToolSettings settings = fixture_get_settings (self);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_GESTURES; i++)
    {
      guint n_events = (guint) g_rand_int_range (rand, 1, 8);

      for (guint j = 0; j < n_events; j++)
        {
          happen (self, rand);
          if (fixture_get_design (self) != start)
            {
              cw_document_go_to (self->document, 0);
              g_assert_true (fixture_get_design (self) == start);
            }
        }
      interrupt (self, rand);
      /* the very same design, which is equal to itself only if nobody wrote to it */
      g_assert_true (fixture_get_design (self) == start);
      g_assert_null (cw_tool_get_state (self->tool) == CW_TOOL_ACTIVE ? self->tool : NULL);
      g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 0);
      if (cw_tool_get_state (self->tool) == CW_TOOL_IDLE)
        cw_tool_arm (self->tool, NULL);
      cw_tool_host_set_section (self->host, NULL, 0);
      cw_tool_host_set_rulers (self->host, NULL, 0);
      fixture_set_settings (self, settings);
    }
  {
    g_autoptr (Fixture) fresh = fixture_new (tool);

    g_assert_true (cw_design_equal (start, fixture_get_design (fresh)));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const char *tool = cw_tool_registry_get (i)->name;
      g_autofree char *name
          = g_strdup_printf ("/widgets/tool/cancel/nothing-is-left-of-a-dropped-%s", tool);

      g_test_add_data_func (name, tool, test_nothing_is_left);
    }

  return g_test_run ();
}
