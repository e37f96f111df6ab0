/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-palette-find.h"

#include <glib/gi18n.h>

#include "app/cw-action-list.h"
#include "app/cw-palette-private.h"
#include "app/cw-window-private.h"
#include "widgets/tool/cw-fuzzy.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-registry.h"

#define MOST_ROWS 60
#define RUN "win.run::"
#define OF_TOOL_BONUS 150 /* for the actions of the tool in hand */
#define DISABLED_MALUS 120
#define SYNONYM 945 /* all of another word for it, little less than all of its name */

static CwTool *
get_tool (const CwPaletteContext *context)
{
  return context->editor != NULL ? cw_editor_get_tool (context->editor) : NULL;
}

static gboolean
is_enabled (const CwPaletteContext *context, const char *detailed)
{
  CwTool *tool = get_tool (context);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GActionGroup *group;

  if (g_str_has_prefix (detailed, RUN))
    return tool != NULL && cw_tool_has_command (tool, detailed + strlen (RUN));
  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "window."))
    return TRUE;
  group = g_str_has_prefix (name, "app.") ? context->application : context->window;

  return group == NULL || g_action_group_get_action_enabled (group, name + 4);
}

/* what to do before it can be done */
static char *
dup_reason (const CwPaletteContext *context, const CwActionInfo *info)
{
  CwTool *tool = get_tool (context);
  const CwToolInfo *wanted = info->tool != NULL ? cw_tool_registry_find (info->tool) : NULL;

  if (tool == NULL)
    return g_strdup (_ ("Open a package first"));
  if (wanted != NULL && wanted != cw_tool_get_info (tool))
    return g_strdup_printf (_ ("Take the %s tool first"), _ (wanted->label));
  if (g_str_has_prefix (info->action, RUN) && (info->states & 1u << cw_tool_get_state (tool)) == 0)
    {
      if ((info->states & ~(1u << CW_TOOL_ACTIVE)) == 0)
        return g_strdup (_ ("Fix a point first"));
      if (cw_tool_get_state (tool) == CW_TOOL_ACTIVE)
        return g_strdup (_ ("Finish what is in progress first"));
      return g_strdup_printf (_ ("Leave the %s tool first"), _ (cw_tool_get_info (tool)->label));
    }
  if (info->needs != NULL)
    return g_strdup (info->needs);

  return g_strdup (_ ("Not possible now"));
}

static gboolean
has_word (const char *words, const char *word)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) each, word);
}

static int
score_action (const CwActionInfo *info, const char *query)
{
  g_autofree char *label = cw_fuzzy_fold (info->label);
  g_autofree char *group = cw_fuzzy_fold (info->group);
  int score = cw_fuzzy_score (query, label);

  if (info->synonyms != NULL)
    {
      g_autofree char *synonyms = cw_fuzzy_fold (info->synonyms);
      g_autofree char *both = g_strconcat (label, " ", synonyms, " ", group, NULL);

      if (has_word (synonyms, query))
        score = MAX (score, SYNONYM);
      score = MAX (score, cw_fuzzy_score (query, synonyms) * 3 / 4);
      score = MAX (score, cw_fuzzy_score (query, both) * 5 / 8);
    }

  return score;
}

static void
add_action (const CwPaletteContext *context, const CwActionInfo *info, int score, GPtrArray *rows)
{
  const char *keys = cw_action_list_get_keys (info);
  gboolean enabled = is_enabled (context, info->action);
  CwPaletteRow *row = cw_palette_row_new (CW_PALETTE_ACTION, score, info->label);

  if (!enabled)
    {
      row->reason = dup_reason (context, info);
      row->score = MAX (score - DISABLED_MALUS, 1);
    }
  row->name = g_strdup (info->action);
  row->detail = strcmp (info->tooltip, info->label) != 0 ? g_strdup (info->tooltip) : NULL;
  row->tag = cw_keys_dup_label (keys);
  row->is_key = row->tag != NULL;
  if (row->tag == NULL)
    row->tag = g_strdup (info->group);
  g_ptr_array_add (rows, row);
}

static gboolean
is_of_tool (const CwPaletteContext *context, const CwActionInfo *info)
{
  CwTool *tool = get_tool (context);

  return tool != NULL && cw_tool_get_state (tool) != CW_TOOL_IDLE
         && g_str_has_prefix (info->action, RUN)
         && cw_tool_has_command (tool, info->action + strlen (RUN));
}

static void
add_actions (const CwPaletteContext *context, const char *query, GPtrArray *rows)
{
  for (guint i = 0; i < cw_action_list_get_n (); i++)
    {
      const CwActionInfo *info = cw_action_list_get (i);
      int score = *query != '\0' ? score_action (info, query) : 1;

      if (score > 0)
        add_action (context, info, score + (is_of_tool (context, info) ? OF_TOOL_BONUS : 0), rows);
    }
}

static void
add_samples (const char *query, GPtrArray *rows)
{
  const char *name;
  const char *title;
  const char *section;

  for (guint i = 0; cw_window_get_sample (i, &name, &title, &section); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", section, title);
      g_autofree char *looked = g_strdup_printf ("%s %s %s", title, name, _ ("sample example"));
      g_autofree char *folded = cw_fuzzy_fold (looked);
      int score = cw_fuzzy_score (query, folded) / 2;
      CwPaletteRow *row;

      if (score == 0)
        continue;
      row = cw_palette_row_new (CW_PALETTE_ACTION, score, title);
      row->name = g_strdup_printf ("win.open-sample::%s", name);
      row->detail = g_steal_pointer (&text);
      row->tag = g_strdup (_ ("Sample"));
      g_ptr_array_add (rows, row);
    }
}

/* best first, equal ones in the order of their sources */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const CwPaletteRow *first = *(CwPaletteRow *const *) a;
  const CwPaletteRow *second = *(CwPaletteRow *const *) b;

  return second->score - first->score;
}

static void
add_note (GPtrArray *rows, const char *text)
{
  g_ptr_array_add (rows, cw_palette_row_new (CW_PALETTE_NOTE, 0, text));
}

/**
 * cw_palette_find:
 * @context: where to look
 * @text: what was typed, with a sign in front that says what is wanted, or without
 *
 * Finds what the palette shows: `>` actions, `@` items, `#` nets, `:` a place, `=` a number, and
 * without a sign all that has such a name.
 *
 * Returns: (transfer full) (element-type CwPaletteRow): the rows, best first
 */
GPtrArray *
cw_palette_find (const CwPaletteContext *context, const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  char sign = *text != '\0' && strchr (">@#:=", *text) != NULL ? *text : '\0';
  g_autofree char *words = g_strstrip (g_strdup (sign != '\0' ? text + 1 : text));
  g_autofree char *query = cw_fuzzy_fold (words);

  if (sign == '>' || sign == '\0')
    add_actions (context, query, rows);
  if (sign == '@' || (sign == '\0' && *query != '\0'))
    cw_palette_add_names (context, query, CW_NAMES_ITEMS, rows);
  if (sign == '#' || (sign == '\0' && *query != '\0'))
    cw_palette_add_names (context, query, CW_NAMES_NETS, rows);
  if (sign == ':')
    cw_palette_add_place (context, words, rows);
  if (sign == '=')
    cw_palette_add_number (context, words, rows);
  if (sign == '\0' && *query != '\0')
    {
      cw_palette_add_levels (context, query, rows);
      cw_palette_add_violations (context, query, rows);
      cw_palette_add_files (query, rows);
      add_samples (query, rows);
    }
  g_ptr_array_sort (rows, compare_rows);
  if (rows->len > MOST_ROWS)
    g_ptr_array_set_size (rows, MOST_ROWS);
  if (rows->len == 0)
    add_note (rows, sign == '@' || sign == '#' ? _ ("The design has nothing of that name")
                                               : _ ("Nothing of that name"));

  return rows;
}
