/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/claims/cw-claims-private.h"

static void
collect_levels (CwClaimContext *self)
{
  const CwTechnology *technology = self->technology;
  guint insulator = CW_LEVEL_NONE;
  guint n_substrates = 0;

  self->substrates[0] = self->substrates[1] = CW_LEVEL_NONE;
  self->heat = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_HEAT);
  self->die = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_DIE);
  self->thin_organic = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_THIN_ORGANIC);
  self->passivation = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_PASSIVATION);
  self->ball = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_BALL);

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      CwLevelKind kind = cw_technology_get_level (technology, i)->kind;

      if (kind == CW_LEVEL_SUBSTRATE && n_substrates < G_N_ELEMENTS (self->substrates))
        self->substrates[n_substrates++] = (guint8) i;
      else if (kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC)
        insulator = i;
      else if (kind == CW_LEVEL_WIRING)
        {
          self->wiring[self->n_wiring] = (guint8) i;
          self->below[self->n_wiring++] = (guint8) insulator;
          insulator = CW_LEVEL_NONE;
        }
    }
}

static gboolean
collect_die (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwDie *die = item;

  g_array_append_val (self->dies, id);
  if (!cw_claim_context_has_type (self, die->type))
    g_array_append_val (self->types, die->type);
  return TRUE;
}

static gboolean
has_module (const CwDie *die)
{
  return die->module != NULL && *die->module != '\0';
}

/* dies of the same module name form one, others are one each */
static void
collect_modules (CwClaimContext *self)
{
  g_autoptr (GHashTable) sizes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->dies->len; i++)
    {
      const CwDie *die = cw_design_get_die (self->design, g_array_index (self->dies, CwId, i));

      if (has_module (die))
        g_hash_table_insert (
            sizes, die->module,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sizes, die->module)) + 1));
    }
  for (guint i = 0; i < self->dies->len; i++)
    {
      CwId id = g_array_index (self->dies, CwId, i);
      const CwDie *die = cw_design_get_die (self->design, id);
      gboolean is_plural
          = has_module (die) && GPOINTER_TO_UINT (g_hash_table_lookup (sizes, die->module)) > 1;

      cw_sample_add (is_plural ? &self->plural_modules : &self->single_modules, id);
    }
}

/* whether some die stands within a cavity */
static gboolean
holds_die (const CwClaimContext *self, CwId cavity)
{
  CwShape shape;
  gboolean holds = FALSE;

  cw_design_get_shape (self->design, cavity, 0, &shape);
  for (guint i = 0; i < self->dies->len && !holds; i++)
    {
      const CwDie *die = cw_design_get_die (self->design, g_array_index (self->dies, CwId, i));
      CwBox body = cw_die_get_body (die, cw_design_get_die_type (self->design, die->type));

      holds = cw_shape_contains (&shape, body.min) && cw_shape_contains (&shape, body.max)
              && cw_shape_contains (&shape, CW_POINT (body.min.x, body.max.y))
              && cw_shape_contains (&shape, CW_POINT (body.max.x, body.min.y));
    }
  cw_shape_clear (&shape);

  return holds;
}

static gboolean
collect_cavity (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwCavity *cavity = item;
  const CwLevel *level = cw_technology_get_level (self->technology, cavity->level);

  if (!holds_die (self, id))
    return TRUE;

  cw_sample_add (&self->cavities, id);
  if (self->heat != CW_LEVEL_NONE && (cavity->depth == 0 || cavity->depth >= level->thickness))
    {
      cw_sample_add (&self->openings, id);
      self->n_drafted += cavity->draft > 0;
    }
  return TRUE;
}

static gint64
get_place (CwPoint at)
{
  return (gint64) ((guint64) (guint32) at.x << 32 | (guint32) at.y);
}

static gboolean
collect_via (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwVia *via = item;

  for (guint i = 0; i < self->n_wiring && self->wiring[i] <= via->to; i++)
    {
      if (self->below[i] == CW_LEVEL_NONE || self->below[i] < via->from)
        continue;
      cw_sample_add (via->fill == CW_VIA_BEFORE_WIRING ? &self->before[i] : &self->with[i], id);
      if (i == 0 && self->n_wiring > 1)
        {
          gint64 *place = g_new (gint64, 1);

          *place = get_place (via->at);
          g_hash_table_add (self->first_holes, place);
        }
    }
  return TRUE;
}

/* second holes: over a first one, and on the wiring between */
static gboolean
collect_second_hole (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwVia *via = item;
  gint64 place = get_place (via->at);

  if (self->below[1] == CW_LEVEL_NONE || via->from > self->below[1] || via->to < self->wiring[1])
    return TRUE;

  if (g_hash_table_contains (self->first_holes, &place))
    cw_sample_add (&self->stacked, id);
  if (via->from <= self->wiring[0])
    cw_sample_add (&self->landed, id);
  return TRUE;
}

static gboolean
collect_pad (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwBondingPad *pad = item;

  cw_sample_add (&self->pads, id);
  if (pad->ball.diameter > 0 && self->ball != CW_LEVEL_NONE)
    cw_sample_add (&self->points[pad->ball.kind], id);
  return TRUE;
}

static gboolean
collect_bus (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwBus *bus = item;
  const CwNet *net = cw_design_get_net (self->design, bus->net);

  if (net != NULL && net->net_class != CW_NET_SIGNAL)
    cw_sample_add (&self->buses, id);
  return TRUE;
}

static gboolean
collect_passive (CwId id, gconstpointer item, gpointer user_data)
{
  CwClaimContext *self = user_data;
  const CwPassive *passive = item;

  cw_sample_add (&self->passives[cw_passive_form_get_kind (passive->form)], id);
  return TRUE;
}

/* what hangs together in one island of a net */
typedef struct
{
  guint n_die_pads;
  guint n_device_pads; /* on dies with active devices */
  guint n_wires;
  guint n_vias;
  guint n_bonding_pads;
} Island;

static void
count_node (const CwClaimContext *self, const CwConnectNode *node, Island *island)
{
  const CwDie *die;

  switch (cw_id_get_kind (node->item))
    {
    case CW_ITEM_DIE:
      die = cw_design_get_die (self->design, node->item);
      island->n_die_pads++;
      island->n_device_pads += cw_design_get_die_type (self->design, die->type)->n_devices > 0;
      break;
    case CW_ITEM_TRACE:
    case CW_ITEM_BUS:
    case CW_ITEM_PASSIVE:
    case CW_ITEM_ZONE:
      island->n_wires++;
      break;
    case CW_ITEM_VIA:
      island->n_vias++;
      break;
    case CW_ITEM_BONDING_PAD:
      island->n_bonding_pads++;
      break;
    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_TEXT:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_ITEM_KEEP_OUT:
    case CW_ITEM_FIDUCIAL:
    case CW_ITEM_WAIVER:
    case CW_N_ITEM_KINDS:
    default:
      break;
    }
}

static void
keep_island (const CwConnectNet *net, guint32 island, CwSample *sample)
{
  for (guint32 i = 0; i < net->n_nodes; i++)
    if (net->nodes[i].island == island)
      cw_sample_add (sample, net->nodes[i].item);
}

static gboolean
collect_net (const CwConnectNet *net, gpointer user_data)
{
  CwClaimContext *self = user_data;
  gboolean is_signal = cw_design_get_net (self->design, net->net)->net_class == CW_NET_SIGNAL;
  g_autofree Island *islands = g_new0 (Island, MAX (net->n_islands, 1));

  for (guint32 i = 0; i < net->n_nodes; i++)
    count_node (self, &net->nodes[i], &islands[net->nodes[i].island]);

  for (guint32 i = 0; i < net->n_islands; i++)
    {
      const Island *island = &islands[i];
      gboolean is_wired = island->n_wires > 0 && island->n_vias > 0;

      if (is_wired && is_signal && island->n_device_pads > 1 && self->n_loops++ == 0)
        {
          self->loop_net = net->net;
          keep_island (net, i, &self->loop);
        }
      if (is_wired && island->n_die_pads > 0 && island->n_bonding_pads > 0
          && self->n_circuits++ == 0)
        keep_island (net, i, &self->circuit);
    }
  return TRUE;
}

static void
collect_violations (CwClaimContext *self)
{
  for (gsize i = 0; i < cw_check_result_get_n_violations (self->result); i++)
    {
      CwRuleKind kind = cw_check_result_get_violation (self->result, i)->kind;

      if (self->n_violations[kind]++ == 0)
        self->first_violation[kind] = i;
    }
}

static void
collect_items (CwClaimContext *self)
{
  const CwDesign *design = self->design;

  cw_design_foreach (design, CW_ITEM_DIE, collect_die, self);
  collect_modules (self);
  cw_design_foreach (design, CW_ITEM_CAVITY, collect_cavity, self);
  cw_design_foreach (design, CW_ITEM_VIA, collect_via, self);
  if (self->n_wiring > 1)
    cw_design_foreach (design, CW_ITEM_VIA, collect_second_hole, self);
  cw_design_foreach (design, CW_ITEM_BONDING_PAD, collect_pad, self);
  cw_design_foreach (design, CW_ITEM_BUS, collect_bus, self);
  cw_design_foreach (design, CW_ITEM_PASSIVE, collect_passive, self);
  cw_connect_foreach_net (self->connect, collect_net, self);
}

/* @result is of a check of @design */
CwClaimContext *
cw_claim_context_new (CwDesign *design, const CwCheckResult *result)
{
  CwClaimContext *self = g_new0 (CwClaimContext, 1);
  const CwPanel *panel;

  self->design = design;
  self->technology = cw_design_get_technology (design);
  self->flow = cw_technology_dup_flow (self->technology);
  self->findings = cw_flow_check (self->flow, self->technology);
  self->connect = cw_connect_new (design);
  self->result = result;
  self->first_holes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->dies = g_array_new (FALSE, FALSE, sizeof (CwId));
  self->types = g_array_new (FALSE, FALSE, sizeof (CwId));
  panel = cw_technology_get_panel (self->technology);
  self->units
      = panel->kind != CW_PANEL_NONE
            ? cw_panel_count (panel, cw_path_get_bounds (cw_design_get_outline (design), TRUE))
            : 1;

  collect_levels (self);
  collect_items (self);
  collect_violations (self);

  return self;
}

void
cw_claim_context_free (CwClaimContext *self)
{
  cw_flow_unref (self->flow);
  g_ptr_array_unref (self->findings);
  cw_connect_unref (self->connect);
  g_hash_table_unref (self->first_holes);
  g_array_unref (self->dies);
  g_array_unref (self->types);
  g_free (self);
}

gboolean
cw_claim_context_has_type (const CwClaimContext *self, CwId id)
{
  for (guint i = 0; i < self->types->len; i++)
    if (g_array_index (self->types, CwId, i) == id)
      return TRUE;

  return FALSE;
}

guint
cw_claim_context_get_n_vias (const CwClaimContext *self, guint ordinal)
{
  return (guint) (self->with[ordinal].n + self->before[ordinal].n);
}

guint
cw_claim_context_get_n_points (const CwClaimContext *self)
{
  gsize n = 0;

  for (guint i = 0; i < CW_N_BALL_KINDS; i++)
    n += self->points[i].n;

  return (guint) n;
}
