/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* A bonding pad must have a net, and a net with bonding pads must lead to a metal pad of a die: by itself,
 * or through passive devices. A net without one is told once, whatever the number of its bonding pads. */

enum
{
  NET_LEADS_NOWHERE,
  HAS_NO_NET,
};

/* the place of the first piece of a kind or of one after it */
static guint32
find_kind (const CwConnectNet *net, CwItemKind kind)
{
  guint32 low = 0;
  guint32 high = net->n_nodes;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (cw_id_get_kind (net->nodes[middle].item) < kind)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_kind (const CwConnectNet *net, CwItemKind kind)
{
  guint32 i = find_kind (net, kind);

  return i < net->n_nodes && cw_id_get_kind (net->nodes[i].item) == kind;
}

static void
add_once (GArray *nets, CwId net)
{
  for (guint i = 0; i < nets->len; i++)
    if (g_array_index (nets, CwId, i) == net)
      return;
  if (net != CW_ID_NONE)
    g_array_append_val (nets, net);
}

/* appends the nets of the other terminals of the passive devices on a net */
static void
add_neighbours (const CwConnect *connect, CwId id, GArray *nets)
{
  const CwDesign *design = cw_connect_get_design (connect);
  const CwConnectNet *net = cw_connect_get_net (connect, id);

  if (net == NULL)
    return;
  for (guint32 i = find_kind (net, CW_ITEM_PASSIVE);
       i < net->n_nodes && cw_id_get_kind (net->nodes[i].item) == CW_ITEM_PASSIVE; i++)
    {
      const CwPassive *passive = cw_design_get_passive (design, net->nodes[i].item);

      for (guint32 k = 0; passive != NULL && passive->nets != NULL && k < passive->nets->n_nets;
           k++)
        add_once (nets, passive->nets->nets[k]);
    }
}

/* appends to nets all that passive devices join to them */
void
cw_check_note_joined_nets (const CwConnect *connect, GArray *nets)
{
  for (guint i = 0; i < nets->len; i++)
    add_neighbours (connect, g_array_index (nets, CwId, i), nets);
}

static gboolean
leads_to_die (const CwConnect *connect, CwId id)
{
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));

  g_array_append_val (nets, id);
  for (guint i = 0; i < nets->len; i++)
    {
      CwId next = g_array_index (nets, CwId, i);
      const CwConnectNet *net = cw_connect_get_net (connect, next);

      if (net != NULL && has_kind (net, CW_ITEM_DIE))
        return TRUE;
      add_neighbours (connect, next, nets);
    }
  return FALSE;
}

static void
pad_net_run_net (CwCheckContext *context, CwId id)
{
  const CwConnectNet *net = cw_connect_get_net (context->connect, id);
  gint rule = cw_check_find_rule (context, CW_RULE_PAD_NET, 0, id, id);
  const CwBondingPad *pad;
  guint32 first;

  if (rule < 0 || net == NULL || has_kind (net, CW_ITEM_DIE) || !has_kind (net, CW_ITEM_BONDING_PAD)
      || leads_to_die (context->connect, id))
    return;

  first = find_kind (net, CW_ITEM_BONDING_PAD);
  pad = cw_design_get_bonding_pad (context->design, net->nodes[first].item);
  cw_check_append (context, rule,
                   (CwViolation){
                       .parts = { 0, find_kind (net, CW_ITEM_BONDING_PAD + 1) - first },
                       .items = { net->nodes[first].item, CW_ID_NONE },
                       .nets = { id, CW_ID_NONE },
                       .at = { pad->at, pad->at },
                       .level = pad->level,
                       .fault = NET_LEADS_NOWHERE,
                   });
}

static void
pad_net_run_shape (CwCheckContext *context, const CwShape *shape)
{
  gint rule;
  CwPoint at;

  if (shape->net != CW_ID_NONE)
    return;
  rule = cw_check_find_rule (context, CW_RULE_PAD_NET, shape->level, CW_ID_NONE, CW_ID_NONE);
  if (rule < 0)
    return;

  at = cw_box_get_centre (cw_shape_get_bounds (shape));
  cw_check_append (context, rule,
                   (CwViolation){
                       .items = { shape->item, CW_ID_NONE },
                       .at = { at, at },
                       .level = shape->level,
                       .fault = HAS_NO_NET,
                   });
}

static void
pad_net_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append (text, ": ");
  if (self->fault == HAS_NO_NET)
    {
      cw_violation_append_item (self, 0, design, text);
      g_string_append (text, " has no net");
      return;
    }

  g_string_append_printf (text, "net %s of ", cw_design_get_net_name (design, self->nets[0]));
  cw_violation_append_name (design, self->items[0], 0, text);
  if (self->parts[1] > 1)
    g_string_append_printf (text, " and %u more", self->parts[1] - 1);
  g_string_append (text, " leads to no metal pad of a die");
}

/* the second part is how many bonding pads the net has */
const CwCheckKind cw_check_pad_net = {
  .name = "pad-net",
  .rule = CW_RULE_PAD_NET,
  .roles = CW_BIT (CW_ROLE_BONDING_PAD),
  .run_shape = pad_net_run_shape,
  .run_net = pad_net_run_net,
  .describe = pad_net_describe,
};
