/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-select-tool-private.h"

/* selections that follow from the present one */

static CwSelection *
get_selection (CwTool *tool)
{
  return cw_tool_host_get_selection (cw_tool_get_host (tool));
}

static CwDesign *
get_design (CwTool *tool)
{
  return cw_tool_host_get_design (cw_tool_get_host (tool));
}

/* what meets the end of a trace */
typedef struct
{
  const CwTrace *trace;
  CwDesign *design;
  CwId self;
  CwPoint at;
  CwId next;          /* the trace that goes on here */
  gboolean is_at_end; /* its end is here, not its start */
  guint n_traces;
  gboolean is_junction;
} Meeting;

static CwPoint
get_end (const CwTrace *trace, gboolean last)
{
  return trace->path->vertices[last ? trace->path->n_vertices - 1 : 0].at;
}

static gboolean
find_meeting (const CwShape *shape, gpointer user_data)
{
  Meeting *meeting = user_data;
  const CwTrace *other;

  if (shape->item == meeting->self || shape->item == meeting->next
      || shape->net != meeting->trace->net || !cw_shape_contains (shape, meeting->at))
    return TRUE;
  other = cw_design_get_trace (meeting->design, shape->item);
  if (other == NULL)
    {
      meeting->is_junction = TRUE;
      return FALSE;
    }
  meeting->is_at_end = cw_point_equal (get_end (other, TRUE), meeting->at);
  if (!meeting->is_at_end && !cw_point_equal (get_end (other, FALSE), meeting->at))
    meeting->is_junction = TRUE;
  meeting->next = shape->item;
  meeting->n_traces++;

  return TRUE;
}

/* from trace to trace until a pad, a via or a branch */
static void
follow_run (CwDesign *design, CwId id, gboolean last, GHashTable *seen, GArray *picks)
{
  for (;;)
    {
      const CwTrace *trace = cw_design_get_trace (design, id);
      CwPoint at = get_end (trace, last);
      Meeting meeting = { .trace = trace, .design = design, .self = id, .at = at };
      CwPick pick;

      cw_copper_foreach_shape (design, trace->level, cw_box_from_points (at, at), find_meeting,
                               &meeting);
      if (meeting.is_junction || meeting.n_traces != 1
          || !g_hash_table_add (seen, GUINT_TO_POINTER (meeting.next)))
        return;
      pick = (CwPick){ meeting.next, 0 };
      g_array_append_val (picks, pick);
      id = meeting.next;
      last = !meeting.is_at_end;
    }
}

static GArray *
list_runs (CwTool *tool)
{
  CwSelection *selection = get_selection (tool);
  CwDesign *design = get_design (tool);
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (cw_selection_get (selection, i).item));
  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwId id = cw_selection_get (selection, i).item;

      if (cw_design_get_trace (design, id) == NULL)
        continue;
      follow_run (design, id, FALSE, seen, picks);
      follow_run (design, id, TRUE, seen, picks);
    }

  return picks;
}

static guint64
get_levels (CwDesign *design, CwPick pick)
{
  CwTechnology *technology = cw_design_get_technology (design);
  guint32 n = cw_design_count_shapes (design, pick.item);
  guint64 levels = 0;

  for (guint32 i = pick.part; i < (pick.part > 0 ? MIN (pick.part + 1, n) : n); i++)
    {
      CwShape shape;

      cw_design_get_shape (design, pick.item, i, &shape);
      if (cw_level_kind_is_metal (cw_technology_get_level (technology, shape.level)->kind))
        levels |= (guint64) 1 << shape.level;
      cw_shape_clear (&shape);
    }

  return levels;
}

/* what leads from level to level counts only where there is nothing else */
static guint64
get_selected_levels (CwTool *tool)
{
  CwSelection *selection = get_selection (tool);
  guint64 levels = 0;
  guint64 of_leading = 0;

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      guint64 own = get_levels (get_design (tool), cw_selection_get (selection, i));

      if ((own & (own - 1)) == 0)
        levels |= own;
      else
        of_leading |= own;
    }

  return levels != 0 ? levels : of_leading;
}

/* of a die the pads that are picked, of anything else all that it has */
static void
add_nets (CwDesign *design, CwPick pick, GHashTable *nets)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (pick.item));
  gconstpointer item = cw_design_get_item (design, pick.item);
  gboolean is_die = klass->kind == CW_ITEM_DIE;
  guint32 n_nodes = cw_item_class_count_nodes (klass, item);

  for (guint32 node = is_die ? pick.part : 0; node < (is_die ? pick.part + 1 : n_nodes); node++)
    {
      CwId net = cw_item_class_get_node_net (klass, item, node);

      if (net != CW_ID_NONE)
        g_hash_table_add (nets, GUINT_TO_POINTER (net));
    }
}

/* what joins nets, such as a device, counts only where there is nothing else */
static GHashTable *
list_nets (CwTool *tool)
{
  CwSelection *selection = get_selection (tool);
  g_autoptr (GHashTable) nets = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) of_joining = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);
      gboolean joins = cw_id_get_kind (pick.item) == CW_ITEM_PASSIVE;

      add_nets (get_design (tool), pick, joins ? of_joining : nets);
    }

  return g_hash_table_size (nets) > 0 ? g_steal_pointer (&nets) : g_steal_pointer (&of_joining);
}

typedef struct
{
  CwDesign *design;
  GHashTable *nets;
  guint64 levels;
  GArray *picks;
} NetSearch;

static gboolean
collect_on_net (CwId id, gconstpointer item, gpointer user_data)
{
  NetSearch *search = user_data;
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  guint32 n_nodes = cw_item_class_count_nodes (klass, item);
  CwPick pick = { id, 0 };

  for (guint32 i = 0; i < n_nodes; i++)
    {
      CwId net = cw_item_class_get_node_net (klass, item, i);

      if (net == CW_ID_NONE || !g_hash_table_contains (search->nets, GUINT_TO_POINTER (net)))
        continue;
      if (search->levels == G_MAXUINT64
          || (get_levels (search->design, pick) & search->levels) != 0)
        g_array_append_val (search->picks, pick);
      break;
    }

  return TRUE;
}

/* everything on the nets of what is selected but the dies, which would be moved with it */
static GArray *
list_on_nets (CwTool *tool, guint64 levels)
{
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  g_autoptr (GHashTable) nets = list_nets (tool);
  NetSearch search = { get_design (tool), nets, levels, picks };

  for (guint kind = CW_ITEM_DIE + 1; kind < CW_N_ITEM_KINDS; kind++)
    if (cw_item_class_get ((CwItemKind) kind)->get_shape != NULL)
      cw_design_foreach (search.design, (CwItemKind) kind, collect_on_net, &search);

  return picks;
}

static gboolean
add_more (CwTool *tool, GArray *picks)
{
  CwSelection *selection = get_selection (tool);
  guint n = cw_selection_get_n (selection);

  cw_selection_change (selection, CW_SELECT_ADD, (const CwPick *) picks->data, picks->len);

  return cw_selection_get_n (selection) > n;
}

/* a stage that would add nothing is passed over */
static CwToolAnswer
grow (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) runs = list_runs (tool);
  g_autoptr (GArray) on_level = NULL;
  g_autoptr (GArray) everywhere = NULL;

  if (add_more (tool, runs))
    return CW_TOOL_PREVIEW;
  on_level = list_on_nets (tool, get_selected_levels (tool));
  if (add_more (tool, on_level))
    return CW_TOOL_PREVIEW;
  everywhere = list_on_nets (tool, G_MAXUINT64);
  if (!add_more (tool, everywhere))
    cw_tool_toast (tool, _ ("The whole net is selected"));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
select_same_net (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) picks = list_on_nets (tool, G_MAXUINT64);

  if (!add_more (tool, picks))
    cw_tool_toast (tool, _ ("Nothing else is on that net"));

  return CW_TOOL_PREVIEW;
}

/* all that may be taken */
static GArray *
list_all (CwTool *tool)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);

  return cw_hit_list_box (&query, CW_BOX (-CW_COORD_MAX, -CW_COORD_MAX, CW_COORD_MAX, CW_COORD_MAX),
                          TRUE);
}

static CwToolAnswer
select_all (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) picks = list_all (tool);

  cw_selection_change (get_selection (tool), CW_SELECT_REPLACE, (const CwPick *) picks->data,
                       picks->len);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
invert (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) picks = list_all (tool);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < picks->len; i++)
    if (!cw_selection_contains (get_selection (tool), g_array_index (picks, CwPick, i)))
      g_array_append_vals (rest, &g_array_index (picks, CwPick, i), 1);
  cw_selection_change (get_selection (tool), CW_SELECT_REPLACE, (const CwPick *) rest->data,
                       rest->len);

  return CW_TOOL_PREVIEW;
}

/* pads of a die are alike among themselves */
static void
add_pads (CwDesign *design, CwId die, GArray *picks)
{
  guint32 n = cw_design_count_shapes (design, die);

  for (guint32 i = 1; i < n; i++)
    {
      CwPick pick = { die, i };
      CwShape shape;

      cw_design_get_shape (design, die, i, &shape);
      if (shape.role == CW_ROLE_DIE_PAD)
        g_array_append_val (picks, pick);
      cw_shape_clear (&shape);
    }
}

static CwToolAnswer
select_same_kind (CwTool *tool, const CwToolEvent *event)
{
  CwSelection *selection = get_selection (tool);
  g_autoptr (GArray) picks = list_all (tool);
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (CwPick));
  guint kinds = 0;
  CwId die = CW_ID_NONE;

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);

      if (pick.part == 0)
        kinds |= 1u << cw_id_get_kind (pick.item);
      else if (pick.item != die)
        add_pads (get_design (tool), die = pick.item, alike);
    }
  for (guint i = 0; i < picks->len; i++)
    if ((kinds >> cw_id_get_kind (g_array_index (picks, CwPick, i).item) & 1) != 0)
      g_array_append_vals (alike, &g_array_index (picks, CwPick, i), 1);
  if (!add_more (tool, alike))
    cw_tool_toast (tool, _ ("There is nothing else of that kind"));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
select_same_level (CwTool *tool, const CwToolEvent *event)
{
  guint64 levels = get_selected_levels (tool);
  g_autoptr (GArray) picks = list_all (tool);
  g_autoptr (GArray) alike = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < picks->len; i++)
    if ((get_levels (get_design (tool), g_array_index (picks, CwPick, i)) & levels) != 0)
      g_array_append_vals (alike, &g_array_index (picks, CwPick, i), 1);
  if (!add_more (tool, alike))
    cw_tool_toast (tool, _ ("There is nothing else on that level"));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
undo_selection (CwTool *tool, const CwToolEvent *event)
{
  if (!cw_selection_undo (get_selection (tool), get_design (tool)))
    cw_tool_toast (tool, _ ("There is no earlier selection"));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
redo_selection (CwTool *tool, const CwToolEvent *event)
{
  if (!cw_selection_redo (get_selection (tool), get_design (tool)))
    cw_tool_toast (tool, _ ("There is no later selection"));

  return CW_TOOL_PREVIEW;
}

/* whatever lies below the pointer, one after the other */
static CwToolAnswer
select_next_below (CwTool *tool, const CwToolEvent *event)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwSelection *selection = get_selection (tool);
  g_autoptr (GArray) hits = cw_hit_list (&query, event->at, cw_tool_get_tolerance (tool));
  g_autofree char *what = NULL;
  g_autofree char *text = NULL;
  guint next = 0;

  if (hits->len == 0)
    {
      cw_tool_toast (tool, _ ("Nothing lies below the pointer"));
      return CW_TOOL_PREVIEW;
    }
  for (guint i = 0; i < hits->len; i++)
    if (cw_selection_contains (selection, g_array_index (hits, CwHit, i).pick))
      next = (i + 1) % hits->len;
  cw_selection_change (selection, CW_SELECT_REPLACE, &g_array_index (hits, CwHit, next).pick, 1);
  what = cw_pick_dup_description (query.design, g_array_index (hits, CwHit, next).pick,
                                  cw_tool_get_settings (tool)->unit);
  text = g_strdup_printf (_ ("%u of %u here: %s"), next + 1, hits->len, what);
  cw_tool_toast (tool, text);

  return CW_TOOL_PREVIEW;
}

static void
store_set (CwTool *tool, guint set)
{
  g_autofree char *text = g_strdup_printf (_ ("Selection kept as set %u"), set + 1);

  cw_selection_store_set (get_selection (tool), set);
  cw_tool_toast (tool, text);
}

static void
recall_set (CwTool *tool, guint set)
{
  g_autofree char *text = NULL;

  if (cw_selection_recall_set (get_selection (tool), set, get_design (tool)))
    return;
  text = g_strdup_printf (_ ("Set %u is empty: store a selection with Ctrl+Shift+%u"), set + 1,
                          set + 1);
  cw_tool_toast (tool, text);
}

#define SET(number)                                                                                \
  static CwToolAnswer store_##number (CwTool *tool, const CwToolEvent *event)                      \
  {                                                                                                \
    store_set (tool, number - 1);                                                                  \
    return CW_TOOL_PREVIEW;                                                                        \
  }                                                                                                \
  static CwToolAnswer recall_##number (CwTool *tool, const CwToolEvent *event)                     \
  {                                                                                                \
    recall_set (tool, number - 1);                                                                 \
    return CW_TOOL_PREVIEW;                                                                        \
  }

SET (1)
SET (2)
SET (3)
SET (4)
SET (5)
SET (6)
SET (7)
SET (8)
SET (9)

#define SET_ACTIONS(number, store, recall)                                                         \
  { IN_IDLE, CW_TRIGGER_NONE, NULL,         "store-set-" #number,                                  \
    store,   store_##number,  CW_HOLD_NONE, cw_select_has_selection },                             \
  {                                                                                                \
    IN_IDLE, CW_TRIGGER_NONE, NULL, "recall-set-" #number, recall, recall_##number                 \
  }

static const CwToolAction actions[] = {
  { IN_IDLE, CW_TRIGGER_KEY, "u", "grow", N_ ("Select more of the net"), grow, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Control>a", "select-all", N_ ("Select all"), select_all },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "select-inverse", N_ ("Select the others"), invert },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "select-same-kind", N_ ("Select the same kind"),
    select_same_kind, CW_HOLD_NONE, cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "select-same-net", N_ ("Select the same net"), select_same_net,
    CW_HOLD_NONE, cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "select-same-level", N_ ("Select the same level"),
    select_same_level, CW_HOLD_NONE, cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Shift>Tab", "select-next-below", N_ ("Next item below"),
    select_next_below },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "undo-selection", N_ ("Earlier selection"), undo_selection },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "redo-selection", N_ ("Later selection"), redo_selection },
  SET_ACTIONS (1, N_ ("Store the selection as set 1"), N_ ("Select set 1")),
  SET_ACTIONS (2, N_ ("Store the selection as set 2"), N_ ("Select set 2")),
  SET_ACTIONS (3, N_ ("Store the selection as set 3"), N_ ("Select set 3")),
  SET_ACTIONS (4, N_ ("Store the selection as set 4"), N_ ("Select set 4")),
  SET_ACTIONS (5, N_ ("Store the selection as set 5"), N_ ("Select set 5")),
  SET_ACTIONS (6, N_ ("Store the selection as set 6"), N_ ("Select set 6")),
  SET_ACTIONS (7, N_ ("Store the selection as set 7"), N_ ("Select set 7")),
  SET_ACTIONS (8, N_ ("Store the selection as set 8"), N_ ("Select set 8")),
  SET_ACTIONS (9, N_ ("Store the selection as set 9"), N_ ("Select set 9")),
};

const CwToolAction *
cw_select_get_grow_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}
