/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

/* What is drawn before a click is what the click makes: of every commit that a click, a release, a double
 * click or Enter sets off at the place where the pointer rests, the design that was shown is the one that becomes
 * current. Gestures are random; what they make is undone. */

#define N_EVENTS 10000

static const char *const keys[] = { "Tab", "v",          "slash", "<Shift>space", "w",     "r",
                                    "f",   "<Control>e", "m",     "BackSpace",    "Escape" };

static void
prepare (Fixture *self, GRand *rand)
{
  double x = g_rand_int_range (rand, -30, 30) * 100;
  double y = g_rand_int_range (rand, -15, 15) * 100;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      fixture_press (self, (double) self->at.x / CW_UM, (double) self->at.y / CW_UM);
      break;

    case 1:
      fixture_key (self, keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))]);
      break;

    default:
      fixture_move (self, x, y);
      break;
    }
}

/* a commit where the pointer is; all of them show what they will make */
static CwToolAnswer
commit (Fixture *self, GRand *rand)
{
  double x = (double) self->at.x / CW_UM;
  double y = (double) self->at.y / CW_UM;

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return fixture_click (self, x, y);

    case 1:
      return fixture_release (self, x, y);

    case 2:
    default:
      return fixture_key (self, "Return");
    }
}

/* a cut line is no part of the package: it is shown by marks, and the section beside it follows it */
static gboolean
is_cut_lines_only (CwDesign *before, CwDesign *after)
{
  g_autoptr (CwDiff) diff = cw_diff_new (before, after);

  for (gsize i = 0; i < diff->n_items; i++)
    if (cw_id_get_kind (diff->items[i]) != CW_ITEM_CUT_LINE)
      return FALSE;

  return TRUE;
}

static void
test_ghost_is_the_result (gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Fixture) self = fixture_new (data);
  g_autoptr (CwDesign) start = cw_design_ref (fixture_get_design (self));
  CwToolSettings settings = fixture_get_settings (self);
  guint n_commits = 0;
  guint n_shown = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_EVENTS; i++)
    {
      CwDesign *preview;
      g_autoptr (CwDesign) shown = NULL;

      prepare (self, rand);
      if (fixture_get_design (self) != start)
        {
          cw_document_go_to (self->document, 0);
          fixture_key (self, "Escape");
        }
      fixture_move (self, (double) self->at.x / CW_UM, (double) self->at.y / CW_UM);
      preview = cw_tool_get_preview (self->tool);
      shown = preview != NULL ? cw_design_ref (preview) : NULL;
      if (commit (self, rand) == CW_TOOL_COMMIT && fixture_get_design (self) != start)
        {
          n_commits++;
          n_shown += shown != NULL;
          if (shown != NULL)
            g_assert_true (cw_design_equal (shown, fixture_get_design (self)));
          else
            g_assert_true (is_cut_lines_only (start, fixture_get_design (self)));
        }
      if (fixture_get_design (self) != start)
        {
          cw_document_go_to (self->document, 0);
          fixture_key (self, "Escape");
        }
      if (cw_tool_get_state (self->tool) == CW_TOOL_IDLE)
        cw_tool_arm (self->tool, NULL);
      cw_tool_host_set_section (self->host, NULL, 0);
      cw_tool_host_set_rulers (self->host, NULL, 0);
      fixture_set_settings (self, settings);
    }
  g_test_message ("%u commits, %u of them shown", n_commits, n_shown);
  if (g_strcmp0 (data, "ruler") != 0) /* which changes no design */
    g_assert_cmpuint (n_commits, >, 20);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const char *tool = cw_tool_registry_get (i)->name;
      g_autofree char *name = g_strdup_printf ("/widgets/tool/ghost/is-what-%s-makes", tool);

      g_test_add_data_func (name, tool, test_ghost_is_the_result);
    }

  return g_test_run ();
}
