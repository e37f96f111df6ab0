/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-net-table.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * cw_net_stats_get_state:
 * @stats: what a net has
 *
 * Returns: whether its pads hang together
 */
CwNetState
cw_net_stats_get_state (const CwNetStats *stats)
{
  if (stats->n_islands > 1)
    return CW_NET_STATE_OPEN;

  return stats->n_pads < 2 ? CW_NET_STATE_NO_PADS : CW_NET_STATE_JOINED;
}

static const char *
get_class_label (const CwDesign *design, CwId id)
{
  const CwNet *net = cw_design_get_net (design, id);

  switch (net != NULL ? (int) net->net_class : -1)
    {
    case CW_NET_SIGNAL:
      return _ ("Signal");

    case CW_NET_POWER:
      return _ ("Power");

    case CW_NET_GROUND:
      return _ ("Ground");

    default:
      return "";
    }
}

static char *
dup_state (const CwNetStats *stats)
{
  switch (cw_net_stats_get_state (stats))
    {
    case CW_NET_STATE_OPEN:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "open, %u island", "open, %u islands", stats->n_islands),
          stats->n_islands);

    case CW_NET_STATE_NO_PADS:
      return g_strdup (stats->n_pads == 0 ? _ ("no pads") : _ ("one pad"));

    case CW_NET_STATE_JOINED:
    default:
      return g_strdup (_ ("joined"));
    }
}

/**
 * cw_net_stats_dup_text:
 * @stats: what a net has
 * @design: the design of the net
 * @column: which column
 * @unit: unit of lengths
 *
 * Writes a cell of the list of nets.
 *
 * Returns: (transfer full): the text
 */
char *
cw_net_stats_dup_text (const CwNetStats *stats, const CwDesign *design, CwNetColumn column,
                       CwUnit unit)
{
  const char *name;

  switch (column)
    {
    case CW_NET_COLUMN_CLASS:
      return g_strdup (get_class_label (design, stats->net));

    case CW_NET_COLUMN_PADS:
      return g_strdup_printf ("%u", stats->n_pads);

    case CW_NET_COLUMN_LENGTH:
      return stats->length > 0 ? cw_length_format_with_unit (stats->length, unit) : g_strdup ("–");

    case CW_NET_COLUMN_STATE:
      return dup_state (stats);

    case CW_NET_COLUMN_NAME:
    case CW_N_NET_COLUMNS:
    default:
      name = cw_design_get_net_name (design, stats->net);
      return g_strdup (name != NULL ? name : "");
    }
}

/**
 * cw_net_names_compare:
 * @a: a name
 * @b: another one
 *
 * Compares names with the numbers in them by value, as people count: D2 before D10.
 *
 * Returns: less than, equal to or more than 0
 */
int
cw_net_names_compare (const char *a, const char *b)
{
  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          char *after_a;
          char *after_b;
          guint64 left = g_ascii_strtoull (a, &after_a, 10);
          guint64 right = g_ascii_strtoull (b, &after_b, 10);

          if (left != right)
            return left < right ? -1 : 1;
          a = after_a;
          b = after_b;
          continue;
        }
      if (*a != *b)
        return (unsigned char) *a < (unsigned char) *b ? -1 : 1;
      a++;
      b++;
    }

  return (*a != '\0') - (*b != '\0');
}

static int
compare (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_states (const CwNetStats *a, const CwNetStats *b)
{
  CwNetState left = cw_net_stats_get_state (a);
  CwNetState right = cw_net_stats_get_state (b);

  /* the most broken ones first */
  return left != right ? compare (left, right) : compare (b->n_islands, a->n_islands);
}

/**
 * cw_net_stats_compare:
 * @a: what a net has
 * @b: what another one has
 * @design: the design of both
 * @column: by which column
 *
 * Compares two nets for sorting. Numbers in names count by their value.
 *
 * Returns: less than, equal to or more than 0
 */
int
cw_net_stats_compare (const CwNetStats *a, const CwNetStats *b, const CwDesign *design,
                      CwNetColumn column)
{
  const CwNet *left = cw_design_get_net (design, a->net);
  const CwNet *right = cw_design_get_net (design, b->net);
  int order = 0;

  if (left == NULL || right == NULL)
    return compare (a->net, b->net);
  if (column == CW_NET_COLUMN_CLASS)
    order = compare (left->net_class, right->net_class);
  else if (column == CW_NET_COLUMN_PADS)
    order = compare (a->n_pads, b->n_pads);
  else if (column == CW_NET_COLUMN_LENGTH)
    order = compare (a->length, b->length);
  else if (column == CW_NET_COLUMN_STATE)
    order = compare_states (a, b);

  return order != 0 ? order : cw_net_names_compare (left->name, right->name);
}

/**
 * cw_net_stats_accepts:
 * @stats: what a net has
 * @design: its design
 * @text: a part of a name, or a name with `*` and `?`
 *
 * Tells whether a net is looked for, in upper or lower case.
 *
 * Returns: whether it is
 */
gboolean
cw_net_stats_accepts (const CwNetStats *stats, const CwDesign *design, const char *text)
{
  const char *name = cw_design_get_net_name (design, stats->net);
  g_autofree char *wanted = g_utf8_casefold (text, -1);
  g_autofree char *found = g_utf8_casefold (name != NULL ? name : "", -1);

  if (strpbrk (wanted, "*?") != NULL)
    return g_pattern_match_simple (wanted, found);

  return strstr (found, wanted) != NULL;
}
