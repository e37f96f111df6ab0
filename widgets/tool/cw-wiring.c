/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-wiring.h"

static const CwLevel *
get_level (const CwDesign *design, guint level)
{
  return cw_technology_get_level (cw_design_get_technology (design), level);
}

static guint
get_n_levels (const CwDesign *design)
{
  return cw_technology_get_n_levels (cw_design_get_technology (design));
}

/**
 * cw_wiring_is_wiring:
 * @design: a design
 * @level: a level
 *
 * Tells whether a level is one of wiring.
 *
 * Returns: whether it is
 */
gboolean
cw_wiring_is_wiring (const CwDesign *design, guint level)
{
  return level < get_n_levels (design) && get_level (design, level)->kind == CW_LEVEL_WIRING;
}

/**
 * cw_wiring_is_metal:
 * @shape: a shape on a level of wiring or of die pads
 *
 * Tells whether a shape is metal that a trace must keep clear of or may join.
 *
 * Returns: whether it is
 */
gboolean
cw_wiring_is_metal (const CwShape *shape)
{
  static const guint metal = 1u << CW_ROLE_TRACE | 1u << CW_ROLE_LAND | 1u << CW_ROLE_DIE_PAD
                             | 1u << CW_ROLE_BONDING_PAD | 1u << CW_ROLE_TEXT | 1u << CW_ROLE_ZONE
                             | 1u << CW_ROLE_FIDUCIAL | 1u << CW_ROLE_BUS | 1u << CW_ROLE_PASSIVE
                             | 1u << CW_ROLE_TERMINAL;

  return (metal >> shape->role & 1) != 0;
}

/**
 * cw_wiring_is_pad_level:
 * @design: a design
 * @level: a level
 *
 * Tells whether a level is that of the pads of dies.
 *
 * Returns: whether it is
 */
gboolean
cw_wiring_is_pad_level (const CwDesign *design, guint level)
{
  return level < get_n_levels (design) && get_level (design, level)->kind == CW_LEVEL_PAD;
}

/**
 * cw_wiring_get_lowest:
 * @design: a design
 *
 * Gets the lowest level of wiring.
 *
 * Returns: its index, %CW_LEVEL_NONE when there is none
 */
guint
cw_wiring_get_lowest (const CwDesign *design)
{
  for (guint level = 0; level < get_n_levels (design); level++)
    if (cw_wiring_is_wiring (design, level))
      return level;

  return CW_LEVEL_NONE;
}

/**
 * cw_wiring_get_next_level:
 * @design: a design
 * @level: a level of wiring
 *
 * Gets the level that a via leads to: the next level of wiring above, or that below the
 * topmost one.
 *
 * Returns: its index, %CW_LEVEL_NONE when there is no other
 */
guint
cw_wiring_get_next_level (const CwDesign *design, guint level)
{
  for (guint next = level + 1; next < get_n_levels (design); next++)
    if (cw_wiring_is_wiring (design, next))
      return next;
  for (guint next = level; next-- > 0;)
    if (cw_wiring_is_wiring (design, next))
      return next;

  return CW_LEVEL_NONE;
}

/**
 * cw_wiring_find:
 * @design: a design
 * @levels: a bit for each level to look at
 * @preferred: level to look at first
 * @at: where [nm]
 * @hit: (out): the metal there
 *
 * Finds the metal at a point that a trace could begin or end on: on the preferred
 * level, else on the uppermost one that has some.
 *
 * Returns: whether there is some
 */
gboolean
cw_wiring_find (const CwDesign *design, guint64 levels, guint preferred, CwPoint at, CwHit *hit)
{
  if (preferred < get_n_levels (design) && (levels >> preferred & 1) != 0
      && cw_hit_find_metal (design, preferred, at, hit))
    return TRUE;
  for (guint level = get_n_levels (design); level-- > 0;)
    if ((levels >> level & 1) != 0 && cw_level_kind_is_metal (get_level (design, level)->kind)
        && cw_hit_find_metal (design, level, at, hit))
      return TRUE;

  return FALSE;
}

static CwCoord
get_least_width (const CwDesign *design, guint level)
{
  CwCoord width = cw_technology_get_limit (cw_design_get_technology (design), CW_RULE_WIDTH, level);

  return width > 0 ? width : 10 * CW_UM;
}

/**
 * cw_wiring_get_width:
 * @design: a design
 * @settings: what the user chose
 * @net: net of the trace, or %CW_ID_NONE
 * @level: level of the trace
 *
 * Gets the width of a new trace: what the user chose, else that of the net, else the least one.
 *
 * Returns: the width [nm]
 */
CwCoord
cw_wiring_get_width (const CwDesign *design, const CwToolSettings *settings, CwId net, guint level)
{
  const CwNet *item = net != CW_ID_NONE ? cw_design_get_net (design, net) : NULL;

  if (settings->trace_width > 0)
    return settings->trace_width;
  if (item != NULL && item->width > 0)
    return item->width;
  return get_least_width (design, level);
}

/**
 * cw_wiring_step_width:
 * @design: a design
 * @net: net of the trace, or %CW_ID_NONE
 * @level: level of the trace
 * @width: its present width [nm]
 * @up: whether to go to the next wider one
 *
 * Steps through the usual widths: 1, 1½, 2, 3, 5, 8 and 10 times the least one, and that of the net. After
 * the last comes the first.
 *
 * Returns: the width [nm]
 */
CwCoord
cw_wiring_step_width (const CwDesign *design, CwId net, guint level, CwCoord width, gboolean up)
{
  static const guint8 halves[] = { 2, 3, 4, 6, 10, 16, 20 };
  const CwNet *item = net != CW_ID_NONE ? cw_design_get_net (design, net) : NULL;
  gint64 least = get_least_width (design, level);
  gint64 smallest = G_MAXINT64;
  gint64 largest = 0;
  gint64 next = up ? G_MAXINT64 : 0;

  for (gsize i = 0; i <= G_N_ELEMENTS (halves); i++)
    {
      gint64 candidate = i < G_N_ELEMENTS (halves) ? least * halves[i] / 2
                         : item != NULL            ? item->width
                                                   : 0;

      if (candidate <= 0 || candidate > CW_COORD_MAX)
        continue;
      smallest = MIN (smallest, candidate);
      largest = MAX (largest, candidate);
      if (up && candidate > width)
        next = MIN (next, candidate);
      else if (!up && candidate < width)
        next = MAX (next, candidate);
    }
  if (up && next == G_MAXINT64)
    return (CwCoord) smallest;
  if (!up && next == 0)
    return (CwCoord) largest;

  return (CwCoord) next;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const CwViaSize *left = a;
  const CwViaSize *right = b;

  if (left->hole != right->hole)
    return left->hole < right->hole ? -1 : 1;
  return left->land < right->land ? -1 : left->land > right->land;
}

static void
add_size (GArray *sizes, CwViaSize size)
{
  for (guint i = 0; i < sizes->len; i++)
    if (compare_sizes (&g_array_index (sizes, CwViaSize, i), &size) == 0)
      return;
  g_array_append_val (sizes, size);
}

static gboolean
collect_size (CwId id, gconstpointer item, gpointer user_data)
{
  const CwVia *via = item;

  add_size (user_data, (CwViaSize){ via->hole, via->land });

  return TRUE;
}

static CwViaSize
get_usual_size (const CwDesign *design, guint level)
{
  CwCoord hole = get_least_width (design, level);
  CwCoord around
      = cw_technology_get_limit (cw_design_get_technology (design), CW_RULE_ENCLOSURE, level);

  return (CwViaSize){ hole,
                      (CwCoord) MIN ((gint64) hole + 2 * (gint64) (around > 0 ? around : hole / 2),
                                     CW_COORD_MAX) };
}

/**
 * cw_wiring_list_via_sizes:
 * @design: a design
 * @level: a level of wiring that the via joins
 *
 * Lists the sizes of vias: the usual one by the rules, and those that the design uses.
 *
 * Returns: (transfer full) (element-type CwViaSize): the sizes, ascending
 */
GArray *
cw_wiring_list_via_sizes (const CwDesign *design, guint level)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (CwViaSize));

  add_size (sizes, get_usual_size (design, level));
  cw_design_foreach (design, CW_ITEM_VIA, collect_size, sizes);
  g_array_sort (sizes, compare_sizes);

  return sizes;
}

/**
 * cw_wiring_get_via_size:
 * @design: a design
 * @settings: what the user chose
 * @level: a level of wiring that the via joins
 *
 * Gets the size of a new via: what the user chose, else the usual one by the rules.
 *
 * Returns: the size
 */
CwViaSize
cw_wiring_get_via_size (const CwDesign *design, const CwToolSettings *settings, guint level)
{
  if (settings->via_hole > 0)
    return (CwViaSize){ settings->via_hole, MAX (settings->via_land, settings->via_hole) };
  return get_usual_size (design, level);
}

/**
 * cw_wiring_step_via_size:
 * @design: a design
 * @level: a level of wiring that the via joins
 * @size: the present size
 * @up: whether to go to the next larger one
 *
 * Steps through the sizes of vias. After the last comes the first.
 *
 * Returns: the size
 */
CwViaSize
cw_wiring_step_via_size (const CwDesign *design, guint level, CwViaSize size, gboolean up)
{
  g_autoptr (GArray) sizes = cw_wiring_list_via_sizes (design, level);

  if (up)
    {
      for (guint i = 0; i < sizes->len; i++)
        if (compare_sizes (&g_array_index (sizes, CwViaSize, i), &size) > 0)
          return g_array_index (sizes, CwViaSize, i);
      return g_array_index (sizes, CwViaSize, 0);
    }
  for (guint i = sizes->len; i-- > 0;)
    if (compare_sizes (&g_array_index (sizes, CwViaSize, i), &size) < 0)
      return g_array_index (sizes, CwViaSize, i);

  return g_array_index (sizes, CwViaSize, sizes->len - 1);
}

/**
 * cw_wiring_list_spans:
 * @design: a design
 *
 * Lists which levels a via may join: neighbours first, from the pads of dies up, then those
 * that go through several dielectrics.
 *
 * Returns: (transfer full) (element-type CwViaSpan): the spans
 */
GArray *
cw_wiring_list_spans (const CwDesign *design)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CwViaSpan));
  guint8 levels[CW_MAX_LEVELS];
  guint n = 0;

  for (guint level = 0; level < get_n_levels (design); level++)
    if (cw_wiring_is_wiring (design, level) || cw_wiring_is_pad_level (design, level))
      levels[n++] = (guint8) level;
  for (guint apart = 1; apart < n; apart++)
    for (guint i = 0; i + apart < n; i++)
      {
        CwViaSpan span = { levels[i], levels[i + apart] };

        g_array_append_val (spans, span);
      }

  return spans;
}

static gboolean
take_supply (CwId id, gconstpointer item, gpointer user_data)
{
  CwId *found = user_data;
  const CwNet *net = item;

  if (net->net_class == CW_NET_POWER)
    found[0] = id;
  else if (net->net_class == CW_NET_GROUND && found[1] == CW_ID_NONE)
    found[1] = id;

  return found[0] == CW_ID_NONE;
}

/**
 * cw_wiring_get_bus_net:
 * @design: a design
 * @settings: settings of the tools
 *
 * Finds the net that the next bus gets where it does not begin on metal: none when that is set, else the one
 * that is set, else the first power net, else the first ground net.
 *
 * Returns: the net, or %CW_ID_NONE
 */
CwId
cw_wiring_get_bus_net (const CwDesign *design, const CwToolSettings *settings)
{
  CwId found[2] = { CW_ID_NONE, CW_ID_NONE };

  if (settings->bus_has_no_net)
    return CW_ID_NONE;
  if (cw_design_get_net (design, settings->bus_net) != NULL)
    return settings->bus_net;
  cw_design_foreach (design, CW_ITEM_NET, take_supply, found);

  return found[0] != CW_ID_NONE ? found[0] : found[1];
}
