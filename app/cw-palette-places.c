/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/cw-palette-private.h"
#include "model/base/cw-expression.h"
#include "widgets/tool/cw-fuzzy.h"
#include "widgets/tool/cw-hit.h"

#define MOST_NAMES 40
#define MOST_VIOLATIONS 300 /* that are looked through */

static const CwToolSettings *
get_settings (const CwPaletteContext *context)
{
  return cw_tool_host_get_settings (cw_editor_get_host (context->editor));
}

static CwPaletteRow *
add (GPtrArray *rows, CwPaletteKind kind, int score, const char *title, const char *tag)
{
  CwPaletteRow *row = cw_palette_row_new (kind, score, title);

  row->tag = g_strdup (tag);
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_need (GPtrArray *rows, const char *title, const char *reason)
{
  add (rows, CW_PALETTE_NOTE, 0, title, NULL)->detail = g_strdup (reason);
}

/* what the design has of the names that match; names may be of an earlier design */
void
cw_palette_add_names (const CwPaletteContext *context, const char *query, guint kinds,
                      GPtrArray *rows)
{
  g_autoptr (GArray) hits = NULL;
  CwDesign *design;

  if (context->editor == NULL)
    return;
  if (context->names == NULL)
    {
      add_need (rows, _ ("Collecting names…"), NULL);
      return;
    }
  design = cw_editor_get_design (context->editor);
  hits = cw_name_index_find (context->names, query, kinds, MOST_NAMES);
  for (guint i = 0; i < hits->len; i++)
    {
      const CwNameHit *hit = &g_array_index (hits, CwNameHit, i);
      gboolean is_net = cw_id_get_kind (hit->pick.item) == CW_ITEM_NET;
      g_autofree char *name = NULL;
      CwPaletteRow *row;

      if (cw_design_get_item (design, hit->pick.item) == NULL)
        continue;
      name = cw_pick_dup_name (design, hit->pick);
      row = add (rows, is_net ? CW_PALETTE_NET : CW_PALETTE_ITEM, hit->score, name,
                 is_net ? _ ("Net") : _ ("Item"));
      row->pick = hit->pick;
      if (!is_net)
        row->detail = cw_pick_dup_description (design, hit->pick, get_settings (context)->unit);
      if (cw_id_get_kind (hit->pick.item) == CW_ITEM_CUT_LINE)
        row->kind = CW_PALETTE_CUT_LINE;
    }
}

void
cw_palette_add_violations (const CwPaletteContext *context, const char *query, GPtrArray *rows)
{
  CwCheckResult *result
      = context->checker != NULL ? cw_checker_get_result (context->checker) : NULL;
  gsize n = result != NULL ? cw_check_result_get_n_violations (result) : 0;

  for (gsize i = 0; i < MIN (n, MOST_VIOLATIONS); i++)
    {
      g_autofree char *text = cw_violation_format (cw_check_result_get_violation (result, i),
                                                   cw_check_result_get_design (result));
      g_autofree char *folded = cw_fuzzy_fold (text);
      int score = cw_fuzzy_score (query, folded) / 2;

      if (score > 0)
        add (rows, CW_PALETTE_VIOLATION, score, text, _ ("Violation"))->index = (gssize) i;
    }
}

void
cw_palette_add_levels (const CwPaletteContext *context, const char *query, GPtrArray *rows)
{
  CwTechnology *technology;

  if (context->editor == NULL)
    return;
  technology = cw_design_get_technology (cw_editor_get_design (context->editor));
  for (guint i = 0; i < cw_technology_get_n_wiring_levels (technology); i++)
    {
      guint level = cw_technology_get_wiring_level (technology, i);
      const char *name = cw_technology_get_level (technology, level)->name;
      g_autofree char *folded = cw_fuzzy_fold (name);
      int score = cw_fuzzy_score (query, folded);
      CwPaletteRow *row;

      if (score == 0)
        continue;
      row = add (rows, CW_PALETTE_ACTION, score, name, _ ("Level"));
      row->detail = g_strdup (_ ("Work on this level"));
      row->name = g_strdup_printf ("win.level(%u)", i + 1);
    }
}

void
cw_palette_add_files (const char *query, GPtrArray *rows)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = all; l != NULL; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      const char *name = gtk_recent_info_get_display_name (info);
      g_autofree char *folded = cw_fuzzy_fold (name);
      int score = cw_fuzzy_score (query, folded) * 3 / 4;
      CwPaletteRow *row;

      if (score == 0 || !g_str_has_suffix (gtk_recent_info_get_uri (info), ".cwx"))
        continue;
      row = add (rows, CW_PALETTE_FILE, score, name, _ ("Recent file"));
      row->detail = gtk_recent_info_get_uri_display (info);
      row->name = g_strdup (gtk_recent_info_get_uri (info));
    }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
}

/**
 * cw_palette_parse_place:
 * @text: two lengths, with a space, a semicolon or a comma and a space between them
 * @unit: unit of those without one
 * @at: (out): the place [nm]
 *
 * Reads a place.
 *
 * Returns: whether it is one
 */
gboolean
cw_palette_parse_place (const char *text, CwUnit unit, CwPoint *at)
{
  for (const char *cut = text; *cut != '\0'; cut++)
    if (*cut == ' ' || *cut == ';')
      {
        g_autofree char *x = g_strndup (text, (gsize) (cut - text));
        g_autofree char *y = g_strdup (cut + 1);
        gboolean rounded;

        g_strstrip (x);
        g_strstrip (y);
        if (g_str_has_suffix (x, ","))
          x[strlen (x) - 1] = '\0';
        if (*x != '\0' && *y != '\0'
            && cw_expression_evaluate (x, unit, 0, NULL, 0, &at->x, &rounded, NULL)
            && cw_expression_evaluate (y, unit, 0, NULL, 0, &at->y, &rounded, NULL))
          return TRUE;
      }

  return FALSE;
}

void
cw_palette_add_place (const CwPaletteContext *context, const char *text, GPtrArray *rows)
{
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *title = NULL;
  CwUnit unit;
  CwPoint at;

  if (context->editor == NULL)
    {
      add_need (rows, _ ("Go to a place"), _ ("Open a package first"));
      return;
    }
  unit = get_settings (context)->unit;
  if (!cw_palette_parse_place (text, unit, &at))
    {
      add_need (rows, _ ("Go to a place"), _ ("Type x and y, such as 1.5mm 200um"));
      return;
    }
  x = cw_length_format (at.x, unit);
  y = cw_length_format_with_unit (at.y, unit);
  title = g_strdup_printf (_ ("Go to x %s  y %s"), x, y);
  add (rows, CW_PALETTE_PLACE, 1, title, _ ("Place"))->at = at;
}

void
cw_palette_add_number (const CwPaletteContext *context, const char *text, GPtrArray *rows)
{
  static const CwUnit units[] = { CW_UNIT_UM, CW_UNIT_MM, CW_UNIT_MIL, CW_UNIT_INCH, CW_UNIT_NM };
  CwUnit unit = context->editor != NULL ? get_settings (context)->unit : CW_UNIT_UM;
  CwVariable grid = { "grid", context->editor != NULL ? get_settings (context)->grid : CW_UM };
  g_autoptr (GError) error = NULL;
  CwCoord length;
  gboolean rounded;

  if (*text == '\0')
    {
      add_need (rows, _ ("Calculate"), _ ("Type lengths, such as 2*(150um + 3mil)"));
      return;
    }
  if (!cw_expression_evaluate (text, unit, 0, &grid, 1, &length, &rounded, &error))
    {
      add_need (rows, _ ("Calculate"), error->message);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *number = cw_length_format_with_unit (length, units[i]);
      g_autofree char *title = g_strdup_printf ("= %s", number);
      CwPaletteRow *row = add (rows, CW_PALETTE_NUMBER, units[i] == unit ? 2 : 1, title, NULL);

      row->name = g_strdup (number);
      row->detail = g_strdup (rounded ? _ ("Rounded to whole nanometres; Enter copies it")
                                      : _ ("Enter copies it"));
    }
}
