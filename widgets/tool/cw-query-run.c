/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "widgets/tool/cw-query-private.h"

#define STEP 1024 /* items between two looks at the cancellable */

/* what a test said of a net or of the levels, so that each is asked once */
typedef struct
{
  GByteArray *nets; /* by number of the net: 0 not asked, 1 no, 2 yes */
  guint64 levels;
  gboolean has_levels;
} Memo;

typedef struct
{
  const CwDesign *design;
  const CwQuery *query;
  GCancellable *cancellable;
  Memo *memos; /* by test */
  guint kinds; /* that can meet the query */
  guint n;
  GArray *picks;
} Run;

/* the types that can meet a part of the query */
static guint
get_kinds (const CwQueryNode *node)
{
  switch (node->kind)
    {
    case CW_QUERY_AND:
      return get_kinds (node->first) & get_kinds (node->second);

    case CW_QUERY_OR:
      return get_kinds (node->first) | get_kinds (node->second);

    case CW_QUERY_TEST:
      if (node->property == CW_QUERY_TYPE)
        return node->sign == CW_QUERY_EQUAL ? node->kinds : ~node->kinds;
      return G_MAXUINT;

    case CW_QUERY_NOT:
    case CW_QUERY_LOCKED:
    default:
      return G_MAXUINT;
    }
}

static gboolean
is_one_of (const CwQueryNode *node, const char *text)
{
  if (node->likes == NULL)
    return g_strv_contains ((const char *const *) node->values, text);
  for (guint i = 0; i < node->likes->len; i++)
    {
      g_autofree char *lower = g_utf8_strdown (text, -1);

      if (g_pattern_spec_match (node->likes->pdata[i], strlen (lower), lower, NULL))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_met_by_text (const CwQueryNode *node, const char *text)
{
  gboolean is_wanted = node->sign == CW_QUERY_EQUAL || node->sign == CW_QUERY_LIKE;

  return is_one_of (node, text) == is_wanted;
}

static gboolean
ask_net (Run *run, const CwQueryNode *node, CwId id)
{
  const CwNet *net = id != CW_ID_NONE ? cw_design_get_net (run->design, id) : NULL;

  if (node->property == CW_QUERY_CLASS)
    return net != NULL && is_met_by_text (node, cw_net_class_get_name (net->net_class));

  return is_met_by_text (node, net != NULL ? net->name : "");
}

static gboolean
is_met_by_net (Run *run, const CwQueryNode *node, CwId id)
{
  Memo *memo = &run->memos[node->index];
  guint32 number = id != CW_ID_NONE ? cw_id_get_number (id) + 1 : 0;

  if (memo->nets->len <= number)
    {
      guint len = memo->nets->len;

      g_byte_array_set_size (memo->nets, number + 256);
      memset (memo->nets->data + len, 0, memo->nets->len - len);
    }
  if (memo->nets->data[number] == 0)
    memo->nets->data[number] = ask_net (run, node, id) ? 2 : 1;

  return memo->nets->data[number] == 2;
}

/* a passive device is on several nets: one of them is enough, but with != all have to be others */
static gboolean
is_met_by_nets (Run *run, const CwQueryNode *node, CwPick pick)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (pick.item));
  const CwDie *die = cw_design_get_die (run->design, pick.item);
  gboolean is_wanted = node->sign == CW_QUERY_EQUAL || node->sign == CW_QUERY_LIKE;
  gconstpointer item;
  guint32 n;

  if (die != NULL)
    return is_met_by_net (run, node,
                          pick.part > 0 && die->nets != NULL && pick.part <= die->nets->n_nets
                              ? die->nets->nets[pick.part - 1]
                              : CW_ID_NONE);
  item = cw_design_get_item (run->design, pick.item);
  n = cw_item_class_count_nodes (klass, item);
  if (n == 0)
    return is_met_by_net (run, node, CW_ID_NONE);
  for (guint32 i = 0; i < n; i++)
    if (is_met_by_net (run, node, cw_item_class_get_node_net (klass, item, i)) == is_wanted)
      return is_wanted;

  return !is_wanted;
}

static gboolean
is_met_by_levels (Run *run, const CwQueryNode *node, CwPick pick)
{
  Memo *memo = &run->memos[node->index];
  const CwTechnology *technology = cw_design_get_technology (run->design);
  guint64 levels = cw_query_get_levels (run->design, pick);
  gboolean is_wanted = node->sign == CW_QUERY_EQUAL || node->sign == CW_QUERY_LIKE;

  for (guint i = 0; !memo->has_levels && i < cw_technology_get_n_levels (technology); i++)
    if (is_one_of (node, cw_technology_get_level (technology, i)->name))
      memo->levels |= (guint64) 1 << i;
  memo->has_levels = TRUE;
  if (levels == 0)
    return FALSE;

  return ((levels & memo->levels) != 0) == is_wanted;
}

static gboolean
is_met_by_number (const CwQueryNode *node, gint64 number)
{
  switch (node->sign)
    {
    case CW_QUERY_UNEQUAL:
      return number != node->number;

    case CW_QUERY_LESS:
      return number < node->number;

    case CW_QUERY_AT_MOST:
      return number <= node->number;

    case CW_QUERY_MORE:
      return number > node->number;

    case CW_QUERY_AT_LEAST:
      return number >= node->number;

    case CW_QUERY_EQUAL:
    case CW_QUERY_LIKE:
    case CW_QUERY_UNLIKE:
    default:
      return number == node->number;
    }
}

static guint
get_kind (CwPick pick)
{
  return pick.part > 0 ? CW_FILTER_DIE_PADS : 1u << cw_id_get_kind (pick.item);
}

static gboolean
is_test_met (Run *run, const CwQueryNode *node, CwPick pick)
{
  const char *text;
  gint64 number;

  if (node->property == CW_QUERY_TYPE)
    return ((node->kinds & get_kind (pick)) != 0) == (node->sign == CW_QUERY_EQUAL);
  if (node->property == CW_QUERY_NET || node->property == CW_QUERY_CLASS)
    return is_met_by_nets (run, node, pick);
  if (node->property == CW_QUERY_LEVEL)
    return is_met_by_levels (run, node, pick);
  if (node->property >= CW_QUERY_DIAMETER)
    return cw_query_get_number (run->design, pick, node->property, &number)
           && is_met_by_number (node, number);
  text = cw_query_get_text (run->design, pick, node->property);

  return text != NULL && is_met_by_text (node, text);
}

static gboolean
is_met (Run *run, const CwQueryNode *node, CwPick pick)
{
  switch (node->kind)
    {
    case CW_QUERY_AND:
      return is_met (run, node->first, pick) && is_met (run, node->second, pick);

    case CW_QUERY_OR:
      return is_met (run, node->first, pick) || is_met (run, node->second, pick);

    case CW_QUERY_NOT:
      return !is_met (run, node->first, pick);

    case CW_QUERY_LOCKED:
      return cw_design_is_locked (run->design, pick.item);

    case CW_QUERY_TEST:
    default:
      return is_test_met (run, node, pick);
    }
}

static gboolean
ask (CwId id, gconstpointer item, gpointer user_data)
{
  Run *run = user_data;
  CwPick pick = { id, 0 };
  guint32 n_pads = 0;

  if (run->n++ % STEP == 0 && g_cancellable_is_cancelled (run->cancellable))
    return FALSE;
  if ((run->kinds & get_kind (pick)) != 0 && is_met (run, run->query->root, pick))
    g_array_append_val (run->picks, pick);
  if (cw_id_get_kind (id) == CW_ITEM_DIE && (run->kinds & CW_FILTER_DIE_PADS) != 0)
    n_pads = cw_design_get_die_type (run->design, ((const CwDie *) item)->type)->pads->n_pads;
  for (pick.part = 1; pick.part <= n_pads; pick.part++)
    if (is_met (run, run->query->root, pick))
      g_array_append_val (run->picks, pick);

  return TRUE;
}

/**
 * cw_query_run:
 * @self: a query
 * @design: where to look
 * @cancellable: (nullable): ends the search
 *
 * Looks for what meets a query: items, and pads of dies on their own. Any thread may do so.
 *
 * Returns: (transfer full) (element-type CwPick): what was found by kind, number and pad; only a part of
 *   it when it was cancelled
 */
GArray *
cw_query_run (const CwQuery *self, const CwDesign *design, GCancellable *cancellable)
{
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  Run run = { design, self, cancellable, NULL, 0, 0, picks };

  g_return_val_if_fail (self != NULL && design != NULL, picks);

  if (self->root == NULL)
    return picks;
  run.kinds = get_kinds (self->root);
  run.memos = g_new0 (Memo, self->n_tests);
  for (guint i = 0; i < self->n_tests; i++)
    run.memos[i].nets = g_byte_array_new ();
  for (guint kind = CW_ITEM_DIE; kind < CW_ITEM_WAIVER; kind++)
    if ((run.kinds & (1u << kind)) != 0
        || (kind == CW_ITEM_DIE && (run.kinds & CW_FILTER_DIE_PADS) != 0))
      cw_design_foreach (design, kind, ask, &run);
  for (guint i = 0; i < self->n_tests; i++)
    g_byte_array_unref (run.memos[i].nets);
  g_free (run.memos);

  return picks;
}
