/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/connect/cw-connect-private.h"
#include "model/connect/cw-field.h"

G_DEFINE_BOXED_TYPE (CwConnect, cw_connect, cw_connect_ref, cw_connect_unref)

typedef struct
{
  CwConnectBuilder *builder;
  guint64 levels;
} Build;

static void
join_pair (const CwShape *a, const CwShape *b, gpointer user_data)
{
  const Build *build = user_data;

  if (a->net == b->net)
    cw_connect_builder_join (build->builder, a, b);
}

static void
join_window (CwField *field, guint thread, gpointer user_data)
{
  const Build *build = user_data;

  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    if (build->levels >> level & 1)
      cw_field_foreach_pair (field, level, join_pair, user_data);
}

/**
 * cw_connect_new:
 * @design: a design
 *
 * Finds what is connected, with all processors.
 *
 * Returns: (transfer full): what is connected
 */
CwConnect *
cw_connect_new (CwDesign *design)
{
  g_autoptr (CwConnectBuilder) builder = cw_connect_builder_new (design);
  CwTechnology *technology = cw_design_get_technology (design);
  CwFieldWalk walk = { .n_threads = 0 };
  Build build = { builder, 0 };

  for (guint level = 0; level < cw_technology_get_n_levels (technology); level++)
    if (cw_level_kind_is_metal (cw_technology_get_level (technology, level)->kind))
      build.levels |= (guint64) 1 << level;

  walk.plan.levels = build.levels;
  cw_field_walk (design, &walk, join_window, &build, NULL);
  return cw_connect_builder_finish (builder);
}

/**
 * cw_connect_ref:
 * @self: what is connected
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwConnect *
cw_connect_ref (CwConnect *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_connect_unref:
 * @self: (transfer full): what is connected
 *
 * Gives a reference back.
 */
void
cw_connect_unref (CwConnect *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  cw_table_unref (self->nets);
  cw_design_unref (self->design);
  g_free (self);
}

/**
 * cw_connect_get_design:
 * @self: what is connected
 *
 * Returns: (transfer none): the design it is about
 */
CwDesign *
cw_connect_get_design (const CwConnect *self)
{
  return self->design;
}

/**
 * cw_connect_get_net:
 * @self: what is connected
 * @net: a net
 *
 * Returns: (nullable) (transfer none): its pieces, %NULL when it has none
 */
const CwConnectNet *
cw_connect_get_net (const CwConnect *self, CwId net)
{
  CwConnectNet *const *found = cw_table_get (self->nets, cw_id_get_number (net));

  return found != NULL ? *found : NULL;
}

typedef struct
{
  CwConnectFunc func;
  gpointer user_data;
} Foreach;

static gboolean
pass_net (guint32 number, gconstpointer item, gpointer user_data)
{
  const Foreach *foreach = user_data;

  return foreach->func (*(CwConnectNet *const *) item, foreach->user_data);
}

/**
 * cw_connect_foreach_net:
 * @self: what is connected
 * @func: (scope call): called for each net that has a piece, by number
 * @user_data: passed to @func
 *
 * Walks the nets.
 *
 * Returns: %FALSE when @func ended it
 */
gboolean
cw_connect_foreach_net (const CwConnect *self, CwConnectFunc func, gpointer user_data)
{
  Foreach foreach = { func, user_data };

  return cw_table_foreach (self->nets, pass_net, &foreach);
}

/**
 * cw_connect_get_airwires:
 * @self: what is connected
 * @net: a net
 *
 * Finds the shortest links that would make a net whole: one less than it has islands.
 * Their length is that in the plan, whatever the levels.
 *
 * Returns: (transfer full) (element-type CwAirwire): the links, shortest first
 */
GArray *
cw_connect_get_airwires (CwConnect *self, CwId net)
{
  const CwConnectNet *connected = cw_connect_get_net (self, net);
  g_autoptr (CwNetShapes) shapes = NULL;

  if (connected == NULL || connected->n_islands < 2)
    return g_array_new (FALSE, TRUE, sizeof (CwAirwire));

  shapes = cw_net_shapes_new (self->design, connected);
  return cw_net_shapes_find_airwires (shapes, connected);
}
