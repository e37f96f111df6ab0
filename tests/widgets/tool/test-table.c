/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

/* The table of section 3.2 of the contract between a hand and the program, a row a tool and a state,
 * a column an event. A cell is: the answer, the state after it, +n for commits to the
 * document, and what the window was asked for. */

#define N_EVENTS 20

#define PX -2000
#define PY 2300

static const char *const events[N_EVENTS] = {
  "press",     "click",  "drag",        "double-click", "enter",     "enter-twice", "end",
  "backspace", "escape", "right-click", "tab",          "digit",     "ctrl-held",   "shift-held",
  "alt-held",  "ctrl-z", "again",       "other",        "focus-out", "close",
};

typedef struct
{
  const char *tool;
  const char *state;
  const char *cells[N_EVENTS];
} Row;

static const Row rows[] = {
  { "select",
    "idle",
    { "preview idle", "preview idle",      "commit idle +1",    "preview idle properties",
      "preview idle", "preview idle",      "pass idle",         "pass idle",
      "preview idle", "preview idle menu", "preview idle swap", "pass idle",
      "preview idle", "preview idle",      "preview idle",      "pass idle",
      "pass idle",    "done idle",         "pass idle",         "pass idle" } },
  { "select",
    "active",
    { "preview active", "commit idle +1",      "commit idle +1",       "commit idle +1",
      "commit idle +1", "preview idle +1",     "revert idle",          "revert idle",
      "revert idle",    "preview active menu", "preview active field", "preview active type",
      "preview active", "preview active",      "preview active",       "revert idle",
      "revert idle",    "done idle toast",     "pass active",          "revert idle" } },
  { "place-die", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                           "pass idle",    "pass idle",    "pass idle",         "pass idle",
                           "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                           "preview idle", "preview idle", "preview idle",      "pass idle",
                           "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "place-die",
    "armed",
    { "preview armed",   "commit armed +1",    "commit armed +1",     "commit armed +1",
      "commit armed +1", "commit armed +2",    "pass armed",          "pass armed",
      "done idle",       "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",   "preview armed",      "preview armed",       "pass armed",
      "pass armed",      "done idle",          "pass armed",          "pass armed" } },
  { "place-passive", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                               "pass idle",    "pass idle",    "pass idle",         "pass idle",
                               "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                               "preview idle", "preview idle", "preview idle",      "pass idle",
                               "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "place-passive",
    "armed",
    { "preview armed",   "commit armed +1",    "commit armed +1",     "commit armed +1",
      "commit armed +1", "commit armed +2",    "pass armed",          "pass armed",
      "done idle",       "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",   "preview armed",      "preview armed",       "pass armed",
      "pass armed",      "done idle",          "pass armed",          "pass armed" } },
  { "via", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                     "pass idle",    "pass idle",    "pass idle",         "pass idle",
                     "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                     "preview idle", "preview idle", "preview idle",      "pass idle",
                     "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "via",
    "armed",
    { "preview armed",   "commit armed +1",    "commit armed +1",     "commit armed +1",
      "commit armed +1", "commit armed +2",    "pass armed",          "pass armed",
      "done idle",       "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",   "preview armed",      "preview armed",       "pass armed",
      "pass armed",      "done idle",          "pass armed",          "pass armed" } },
  { "trace", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                       "pass idle",    "pass idle",    "pass idle",         "pass idle",
                       "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                       "preview idle", "preview idle", "preview idle",      "pass idle",
                       "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "trace",
    "armed",
    { "preview armed",  "preview active",     "preview active",      "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "trace",
    "active",
    { "preview active",  "preview active",      "preview active",       "commit armed +1",
      "preview active",  "commit armed +1",     "commit armed +1",      "preview active",
      "revert armed",    "preview active menu", "preview active field", "preview active type",
      "preview active",  "preview active",      "preview active",       "preview active",
      "commit armed +1", "done idle +1",        "pass active",          "revert armed" } },
  { "bus", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                     "pass idle",    "pass idle",    "pass idle",         "pass idle",
                     "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                     "preview idle", "preview idle", "preview idle",      "pass idle",
                     "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "bus",
    "armed",
    { "preview armed",  "preview active",     "commit armed +1",     "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "bus",
    "active",
    { "preview active",  "commit armed +1",     "commit armed +1",      "commit armed +1",
      "commit armed +1", "preview active +1",   "revert armed",         "revert armed",
      "revert armed",    "preview active menu", "preview active field", "preview active type",
      "preview active",  "preview active",      "preview active",       "revert armed",
      "revert armed",    "done idle toast",     "pass active",          "revert armed" } },
  { "cavity", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                        "pass idle",    "pass idle",    "pass idle",         "pass idle",
                        "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                        "preview idle", "preview idle", "preview idle",      "pass idle",
                        "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "cavity",
    "armed",
    { "preview armed",  "preview active",     "commit armed +1",     "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "cavity",
    "active",
    { "preview active",  "commit armed +1",     "commit armed +1",      "commit armed +1",
      "commit armed +1", "preview active +1",   "revert armed",         "revert armed",
      "revert armed",    "preview active menu", "preview active field", "preview active type",
      "preview active",  "preview active",      "preview active",       "revert armed",
      "revert armed",    "done idle toast",     "pass active",          "revert armed" } },
  { "bonding-pad", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                             "pass idle",    "pass idle",    "pass idle",         "pass idle",
                             "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                             "preview idle", "preview idle", "preview idle",      "pass idle",
                             "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "bonding-pad",
    "armed",
    { "preview armed",   "commit armed +1",    "commit armed +1",     "commit armed +1",
      "commit armed +1", "commit armed +2",    "pass armed",          "pass armed",
      "done idle",       "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",   "preview armed",      "preview armed",       "pass armed",
      "pass armed",      "done idle",          "pass armed",          "pass armed" } },
  { "text", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                      "pass idle",    "pass idle",    "pass idle",         "pass idle",
                      "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                      "preview idle", "preview idle", "preview idle",      "pass idle",
                      "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "text",
    "armed",
    { "preview armed",   "commit armed +1",    "commit armed +1",     "commit armed +1",
      "commit armed +1", "commit armed +2",    "pass armed",          "pass armed",
      "done idle",       "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",   "preview armed",      "preview armed",       "pass armed",
      "pass armed",      "done idle",          "pass armed",          "pass armed" } },
  { "ball-array", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                            "pass idle",    "pass idle",    "pass idle",         "pass idle",
                            "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                            "preview idle", "preview idle", "preview idle",      "pass idle",
                            "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "ball-array",
    "armed",
    { "preview armed",  "preview active",     "preview active",      "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "ball-array",
    "active",
    { "preview active", "preview active",      "preview active",       "commit armed +1",
      "preview active", "commit armed +1",     "revert armed",         "revert armed",
      "revert armed",   "preview active menu", "preview active field", "preview active type",
      "preview active", "preview active",      "preview active",       "revert armed",
      "revert armed",   "done idle toast",     "pass active",          "revert armed" } },
  { "fiducial", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                          "pass idle",    "pass idle",    "pass idle",         "pass idle",
                          "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                          "preview idle", "preview idle", "preview idle",      "pass idle",
                          "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "fiducial",
    "armed",
    { "preview armed",   "commit armed +1",    "commit armed +1",     "commit armed +1",
      "commit armed +1", "commit armed +2",    "pass armed",          "pass armed",
      "done idle",       "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",   "preview armed",      "preview armed",       "pass armed",
      "pass armed",      "done idle",          "pass armed",          "pass armed" } },
  { "polygon", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                         "pass idle",    "pass idle",    "pass idle",         "pass idle",
                         "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                         "preview idle", "preview idle", "preview idle",      "pass idle",
                         "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "polygon",
    "armed",
    { "preview armed",  "preview active",     "preview active",      "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "polygon",
    "active",
    { "preview active",  "preview active",      "preview active",       "commit armed +1",
      "preview active",  "commit armed +1",     "commit armed +1",      "preview active",
      "revert armed",    "preview active menu", "preview active field", "preview active type",
      "preview active",  "preview active",      "preview active",       "preview active",
      "commit armed +1", "done idle +1",        "pass active",          "revert armed" } },
  { "keep-out", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                          "pass idle",    "pass idle",    "pass idle",         "pass idle",
                          "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                          "preview idle", "preview idle", "preview idle",      "pass idle",
                          "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "keep-out",
    "armed",
    { "preview armed",  "preview active",     "preview active",      "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "keep-out",
    "active",
    { "preview active",  "preview active",      "preview active",       "commit armed +1",
      "preview active",  "commit armed +1",     "commit armed +1",      "preview active",
      "revert armed",    "preview active menu", "preview active field", "preview active type",
      "preview active",  "preview active",      "preview active",       "preview active",
      "commit armed +1", "done idle +1",        "pass active",          "revert armed" } },
  { "section-line", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                              "pass idle",    "pass idle",    "pass idle",         "pass idle",
                              "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                              "preview idle", "preview idle", "preview idle",      "pass idle",
                              "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "section-line",
    "armed",
    { "preview armed",  "preview active",     "commit armed +1",     "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "section-line",
    "active",
    { "preview active",  "commit armed +1",     "commit armed +1",      "commit armed +1",
      "commit armed +1", "preview active +1",   "revert armed",         "revert armed",
      "revert armed",    "preview active menu", "preview active field", "preview active type",
      "preview active",  "preview active",      "preview active",       "revert armed",
      "revert armed",    "done idle toast",     "pass active",          "revert armed" } },
  { "ruler", "idle", { "preview idle", "pass idle",    "pass idle",         "pass idle",
                       "pass idle",    "pass idle",    "pass idle",         "pass idle",
                       "pass idle",    "pass idle",    "preview idle swap", "pass idle",
                       "preview idle", "preview idle", "preview idle",      "pass idle",
                       "pass idle",    "done idle",    "pass idle",         "pass idle" } },
  { "ruler",
    "armed",
    { "preview armed",  "preview active",     "commit armed",        "preview active",
      "preview active", "revert armed",       "pass armed",          "pass armed",
      "done idle",      "preview armed menu", "preview armed field", "preview armed type",
      "preview armed",  "preview armed",      "preview armed",       "pass armed",
      "pass armed",     "done idle",          "pass armed",          "pass armed" } },
  { "ruler",
    "active",
    { "preview active", "commit armed",        "commit armed",         "commit armed",
      "commit armed",   "preview active",      "revert armed",         "revert armed",
      "revert armed",   "preview active menu", "preview active field", "preview active type",
      "preview active", "preview active",      "preview active",       "revert armed",
      "revert armed",   "done idle toast",     "pass active",          "revert armed" } },
};

static void
enter_state (Fixture *self, const char *tool, const char *state)
{
  if (strcmp (tool, "select") == 0)
    {
      fixture_click (self, 2000, 400);
      g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
      if (strcmp (state, "active") == 0)
        {
          fixture_key (self, "m");
          fixture_move (self, PX, PY);
        }
    }
  else if (strcmp (state, "idle") == 0)
    fixture_key (self, "Escape");
  else
    {
      if (strcmp (state, "active") == 0)
        {
          fixture_click (self, -3000, 2000);
          if (strcmp (tool, "trace") == 0)
            fixture_click (self, -2500, 2000);
          if (strcmp (tool, "polygon") == 0 || strcmp (tool, "keep-out") == 0)
            {
              fixture_click (self, -2000, 2000);
              fixture_click (self, -2000, 2200);
            }
        }
      fixture_move (self, PX, PY);
    }
}

static CwToolAnswer
hold (Fixture *self, guint modifier)
{
  self->modifiers = modifier;

  return fixture_send (self, CW_TOOL_MOTION, NULL, NULL);
}

static CwToolAnswer
happen (Fixture *self, guint event)
{
  double x = (double) self->at.x / CW_UM;
  double y = (double) self->at.y / CW_UM;

  switch (event)
    {
    case 0:
      return fixture_press (self, x, y);

    case 1:
      return fixture_click (self, x, y);

    case 2:
      return fixture_drag (self, x, y, x + 100, y + 100);

    case 3:
      return fixture_double_click (self, x, y);

    case 4:
      return fixture_key (self, "Return");

    case 5:
      fixture_key (self, "Return");
      return fixture_key (self, "Return");

    case 6:
      return fixture_key (self, "End");

    case 7:
      return fixture_key (self, "BackSpace");

    case 8:
      return fixture_key (self, "Escape");

    case 9:
      return fixture_send (self, CW_TOOL_RIGHT_CLICK, NULL, NULL);

    case 10:
      return fixture_key (self, "Tab");

    case 11:
      return fixture_send (self, CW_TOOL_TYPE, NULL, "7");

    case 12:
      return hold (self, CW_TOOL_CTRL);

    case 13:
      return hold (self, CW_TOOL_SHIFT);

    case 14:
      return hold (self, CW_TOOL_ALT);

    case 15:
      return fixture_key (self, "<Control>z");

    case 16:
      return fixture_send (self, CW_TOOL_AGAIN, NULL, NULL);

    case 17:
      return fixture_send (self, CW_TOOL_OTHER, NULL, NULL);

    case 18:
      return fixture_send (self, CW_TOOL_FOCUS_OUT, NULL, NULL);

    case 19:
    default:
      return fixture_send (self, CW_TOOL_CLOSE, NULL, NULL);
    }
}

static const char *const answers[] = { "pass", "preview", "commit", "revert", "done" };
static const char *const states[] = { "idle", "armed", "active" };
static const char *const requests[]
    = { "toast", "properties", "menu", "field", "type", "list", "move-exactly", "swap", "tool" };

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  for (guint i = 0; i < N_EVENTS; i++)
    {
      g_autoptr (Fixture) self = fixture_new (row->tool);
      g_autoptr (GString) cell = g_string_new (NULL);
      guint n_revisions = cw_document_get_n_revisions (self->document);
      CwToolAnswer answer;

      enter_state (self, row->tool, row->state);
      g_assert_cmpstr (states[cw_tool_get_state (self->tool)], ==, row->state);
      self->n_requests = 0;
      answer = happen (self, i);
      g_string_append_printf (cell, "%s %s", answers[answer],
                              states[cw_tool_get_state (self->tool)]);
      if (cw_document_get_n_revisions (self->document) != n_revisions)
        g_string_append_printf (cell, " +%u",
                                cw_document_get_n_revisions (self->document) - n_revisions);
      if (self->n_requests > 0)
        g_string_append_printf (cell, " %s", requests[self->request]);
      if (strcmp (cell->str, row->cells[i]) != 0)
        {
          g_test_message ("%s in %s, %s: \"%s\", not \"%s\"", row->tool, row->state, events[i],
                          cell->str, row->cells[i]);
          g_test_fail ();
        }
    }
}

static void
test_hints_name_what_can_be_done (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Fixture) self = fixture_new (row->tool);
  g_autoptr (GArray) hints = NULL;
  g_autofree char *text = NULL;

  enter_state (self, row->tool, row->state);
  hints = cw_tool_list_hints (self->tool);
  text = cw_tool_dup_hint_text (self->tool);
  if (strcmp (row->state, "idle") == 0 && strcmp (row->tool, "select") != 0)
    g_assert_cmpuint (hints->len, ==, 0);
  else
    g_assert_cmpuint (hints->len, >, 2);
  for (guint i = 0; i < hints->len; i++)
    {
      const CwHint *hint = &g_array_index (hints, CwHint, i);

      g_assert_nonnull (strstr (text, hint->label));
      if (hint->command != NULL)
        g_assert_true (cw_tool_has_command (self->tool, hint->command));
    }
}

static void
test_every_tool_has_all_texts (void)
{
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *info = cw_tool_registry_get (i);

      g_assert_cmpstr (info->label, !=, "");
      g_assert_nonnull (info->key); /* empty where users give one themselves */
      g_assert_cmpstr (info->tooltip, !=, "");
      g_assert_cmpstr (info->undo_label, !=, "");
      g_assert_true (g_str_has_prefix (info->icon, "cw-"));
      g_assert_true (g_str_has_suffix (info->icon, "-symbolic"));
      g_assert_true (cw_tool_registry_find (info->name) == info);
    }
  g_assert_null (cw_tool_registry_find ("hammer"));
}

static gboolean
has_row (const char *tool, const char *state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].tool, tool) == 0 && strcmp (rows[i].state, state) == 0)
      return TRUE;

  return FALSE;
}

/* a tool is active after a click on nothing, or on what it can begin on */
static void
test_every_tool_has_all_rows (void)
{
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const char *name = cw_tool_registry_get (i)->name;
      g_autoptr (Fixture) self = fixture_new (name);

      if (!has_row (name, "idle") || !has_row (name, states[cw_tool_get_state (self->tool)]))
        g_error ("the table has no rows for \"%s\"", name);
      fixture_click (self, -3000, 2000);
      if (!has_row (name, states[cw_tool_get_state (self->tool)]))
        g_error ("the table has no row for \"%s\" in \"%s\"", name,
                 states[cw_tool_get_state (self->tool)]);
    }
}

static void
test_right_click_finishes_if_preferred (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  CwToolSettings settings = fixture_get_settings (self);

  settings.right_click_finishes = TRUE;
  fixture_set_settings (self, settings);
  enter_state (self, "trace", "active");
  g_assert_cmpint (fixture_send (self, CW_TOOL_RIGHT_CLICK, NULL, NULL), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (self->n_requests, ==, 0);
  fixture_send (self, CW_TOOL_RIGHT_CLICK, NULL, NULL);
  g_assert_cmpint (self->request, ==, CW_REQUEST_MENU);
}

static void
test_digits_stay_keys_if_preferred (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  CwToolSettings settings = fixture_get_settings (self);

  settings.type_to_enter = FALSE;
  fixture_set_settings (self, settings);
  g_assert_cmpint (fixture_send (self, CW_TOOL_TYPE, NULL, "7"), ==, CW_TOOL_PASS);
}

static void
test_pointer_beyond_the_range (gconstpointer data)
{
  g_autoptr (Fixture) self = fixture_new (data);
  CwPoint corners[] = { { G_MAXINT32, G_MAXINT32 }, { G_MININT32, G_MININT32 } };

  fixture_click (self, 2000, -400);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      self->at = corners[i];
      fixture_send (self, CW_TOOL_MOTION, NULL, NULL);
      fixture_send (self, CW_TOOL_PRESS, NULL, NULL);
      fixture_send (self, CW_TOOL_RELEASE, NULL, NULL);
      fixture_key (self, "<Control>a");
      fixture_key (self, "m");
      fixture_key (self, "r");
    }
  fixture_key (self, "Escape");
  g_assert_cmpint (cw_tool_get_state (self->tool), !=, CW_TOOL_ACTIVE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("/widgets/tool/table/%s-in-%s", rows[i].tool, rows[i].state);
      g_autofree char *hints
          = g_strdup_printf ("/widgets/tool/hints/%s-in-%s", rows[i].tool, rows[i].state);

      g_test_add_data_func (name, &rows[i], test_row);
      g_test_add_data_func (hints, &rows[i], test_hints_name_what_can_be_done);
    }
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const char *tool = cw_tool_registry_get (i)->name;
      g_autofree char *name
          = g_strdup_printf ("/widgets/tool/range/%s-bears-a-pointer-beyond-it", tool);

      g_test_add_data_func (name, tool, test_pointer_beyond_the_range);
    }
  g_test_add_func ("/widgets/tool/preferences/right-click-finishes",
                   test_right_click_finishes_if_preferred);
  g_test_add_func ("/widgets/tool/preferences/digits-stay-keys",
                   test_digits_stay_keys_if_preferred);
  g_test_add_func ("/widgets/tool/table/every-tool-has-all-rows", test_every_tool_has_all_rows);
  g_test_add_func ("/widgets/tool/registry/every-tool-has-all-texts",
                   test_every_tool_has_all_texts);

  return g_test_run ();
}
