/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-move-private.h"

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-hit.h"

typedef struct
{
  CwMove *move;
  const CwShape *shape;
  CwId leader;
} Search;

static gboolean
add_item (CwMove *self, CwId id, CwId leader)
{
  Moved moved = { id, leader };

  if (cw_design_is_locked (self->base, id)
      || !g_hash_table_add (self->moved, GUINT_TO_POINTER (id)))
    return FALSE;
  g_array_append_val (self->items, moved);

  return TRUE;
}

static gboolean
is_pad_level (const CwDesign *design, guint level)
{
  return cw_technology_get_level (cw_design_get_technology (design), level)->kind == CW_LEVEL_PAD;
}

/* a via on a die pad goes with the die */
static gboolean
find_via_on_die_pad (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  CwDesign *base = search->move->base;
  const CwVia *via = shape->role == CW_ROLE_LAND ? cw_design_get_via (base, shape->item) : NULL;

  if (via != NULL && is_pad_level (base, via->from) && cw_shape_contains (search->shape, via->at))
    add_item (search->move, shape->item, search->leader);

  return TRUE;
}

static gboolean
follow_die_pad (const CwShape *shape, gpointer user_data)
{
  Search *outer = user_data;
  CwTechnology *technology = cw_design_get_technology (outer->move->base);
  guint n_levels = cw_technology_get_n_levels (technology);
  Search search = { outer->move, shape, outer->leader };

  if (shape->role != CW_ROLE_DIE_PAD)
    return TRUE;
  for (guint level = shape->level + 1; level < n_levels; level++)
    if (cw_technology_get_level (technology, level)->kind == CW_LEVEL_WIRING)
      {
        cw_copper_foreach_shape (outer->move->base, level, cw_shape_get_bounds (shape),
                                 find_via_on_die_pad, &search);
        break; /* vias from the pads have a land on the lowest wiring level */
      }

  return TRUE;
}

static void
add_band (CwMove *self, CwId id, const CwShape *shape, CwId leader)
{
  const CwTrace *trace = cw_design_get_trace (self->base, id);
  gpointer key = GUINT_TO_POINTER (id);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->traces, key));
  gboolean first = cw_shape_contains (shape, trace->path->vertices[0].at);
  gboolean last = cw_shape_contains (shape, trace->path->vertices[trace->path->n_vertices - 1].at);
  Band *band;

  if (!first && !last)
    return;
  if (index == 0)
    {
      Band fresh = { id, CW_ID_NONE, CW_ID_NONE };

      g_array_append_val (self->bands, fresh);
      index = self->bands->len;
      g_hash_table_insert (self->traces, key, GUINT_TO_POINTER (index));
    }
  band = &g_array_index (self->bands, Band, index - 1);
  if (first)
    band->first = leader;
  if (last)
    band->last = leader;
}

/* below a bonding pad, or stacked on the same spot; a via on a die pad stays on it */
static gboolean
via_follows (const Search *search, CwId id)
{
  CwDesign *base = search->move->base;
  const CwVia *via = cw_design_get_via (base, id);
  const CwVia *moving = cw_design_get_via (base, search->shape->item);

  if (via->net != search->shape->net || is_pad_level (base, via->from))
    return FALSE;
  if (moving != NULL)
    return cw_point_equal (moving->at, via->at);
  return via->to == search->shape->level && cw_shape_contains (search->shape, via->at);
}

static gboolean
find_follower (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  CwMove *move = search->move;

  if (shape->net != search->shape->net
      || g_hash_table_contains (move->moved, GUINT_TO_POINTER (shape->item)))
    return TRUE;
  if (shape->role == CW_ROLE_TRACE && !cw_design_is_locked (move->base, shape->item))
    add_band (move, shape->item, search->shape, search->leader);
  else if (shape->role == CW_ROLE_LAND && via_follows (search, shape->item))
    add_item (move, shape->item, search->leader);

  return TRUE;
}

static gboolean
follow_land (const CwShape *shape, gpointer user_data)
{
  Search *outer = user_data;
  Search search = { outer->move, shape, outer->leader };

  if (shape->role == CW_ROLE_LAND || shape->role == CW_ROLE_BONDING_PAD
      || shape->role == CW_ROLE_TERMINAL)
    cw_copper_foreach_shape (outer->move->base, shape->level, cw_shape_get_bounds (shape),
                             find_follower, &search);

  return TRUE;
}

static void
find_followers (CwMove *self)
{
  /* the list grows while it is walked: what follows has followers itself */
  for (guint i = 0; i < self->items->len; i++)
    {
      Moved moved = g_array_index (self->items, Moved, i);
      Search search = { self, NULL, moved.leader };

      switch (cw_id_get_kind (moved.id))
        {
        case CW_ITEM_DIE:
          cw_copper_foreach_item_shape (self->base, moved.id, follow_die_pad, &search);
          break;

        case CW_ITEM_BONDING_PAD:
        case CW_ITEM_VIA:
        case CW_ITEM_PASSIVE:
          cw_copper_foreach_item_shape (self->base, moved.id, follow_land, &search);
          break;

        case CW_ITEM_NONE:
        case CW_ITEM_NET:
        case CW_ITEM_DIE_TYPE:
        case CW_ITEM_TRACE:
        case CW_ITEM_TEXT:
        case CW_ITEM_BUS:
        case CW_ITEM_CAVITY:
        case CW_ITEM_CUT_LINE:
        case CW_ITEM_ZONE:
        case CW_ITEM_KEEP_OUT:
        case CW_ITEM_FIDUCIAL:
        case CW_N_ITEM_KINDS:
        default:
          break;
        }
    }
}

/**
 * cw_move_new:
 * @base: the design
 * @items: (array length=n_items): ids of what is to be moved; locked items are left out
 * @n_items: how many
 *
 * Finds out what moves along with some items: vias on the pads of a die, vias
 * below a bonding pad, stacked vias, and ends of traces on any of them.
 *
 * Returns: (transfer full): the move
 */
CwMove *
cw_move_new (CwDesign *base, const CwId *items, gsize n_items)
{
  CwMove *self = g_new0 (CwMove, 1);

  self->base = cw_design_ref (base);
  self->items = g_array_new (FALSE, FALSE, sizeof (Moved));
  self->bands = g_array_new (FALSE, FALSE, sizeof (Band));
  self->moved = g_hash_table_new (NULL, NULL);
  self->traces = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < n_items; i++)
    if (cw_design_get_item (base, items[i]) != NULL)
      self->n_locked += !add_item (self, items[i], items[i]);
  self->n_asked = self->items->len;
  find_followers (self);

  return self;
}

/**
 * cw_move_free:
 * @self: a move
 *
 * Frees it.
 */
void
cw_move_free (CwMove *self)
{
  cw_design_unref (self->base);
  g_array_unref (self->items);
  g_array_unref (self->bands);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->traces);
  g_free (self);
}

/**
 * cw_move_get_n_items:
 * @self: a move
 *
 * Counts the items that were asked for and are not locked.
 *
 * Returns: how many
 */
guint
cw_move_get_n_items (const CwMove *self)
{
  return self->n_asked;
}

/**
 * cw_move_get_n_locked:
 * @self: a move
 *
 * Counts the items that were asked for but are locked.
 *
 * Returns: how many
 */
guint
cw_move_get_n_locked (const CwMove *self)
{
  return self->n_locked;
}

/* where things go: all alike, or each with its leader */
typedef struct
{
  CwTransform transform;
  gboolean flip;
  const CwPoint *offsets; /* of the items asked for, NULL when all go alike */
  GHashTable *indices;    /* leader -> index of its offset */
} Way;

/* a die turns its face about its own middle before it goes with the others */
static CwTransform
transform_of (const CwMove *self, CwId leader, const Way *way)
{
  const CwTransform *transform = &way->transform;
  const CwDie *die = way->flip ? cw_design_get_die (self->base, leader) : NULL;
  CwTransform mirror;
  CwBox body;

  if (way->offsets != NULL)
    return (CwTransform){ .offset = way->offsets[GPOINTER_TO_UINT (
                              g_hash_table_lookup (way->indices, GUINT_TO_POINTER (leader)))] };
  if (die == NULL)
    return *transform;
  body = cw_die_get_body (die, cw_design_get_die_type (self->base, die->type));
  mirror = cw_transform_about (cw_box_get_centre (body), 0, TRUE);

  return cw_transform_compose (&mirror, transform);
}

/* without legs of no length; NULL when no leg is left */
static CwPath *
tidy_path (const CwVertex *vertices, guint n_vertices)
{
  g_autofree CwVertex *kept = g_new (CwVertex, n_vertices);
  guint n = 0;

  for (guint i = 0; i < n_vertices; i++)
    {
      if (n > 0 && cw_point_equal (kept[n - 1].at, vertices[i].at))
        n--;
      kept[n++] = vertices[i];
    }
  if (n < 2)
    return NULL;
  kept[n - 1].sweep = 0;

  return cw_path_new (kept, n);
}

static gboolean
stretch (const CwMove *self, CwEdit *edit, const Band *band, const Way *way, GError **error)
{
  CwTrace trace = *cw_design_get_trace (self->base, band->trace);
  guint n = trace.path->n_vertices;
  CwTransform first = CW_TRANSFORM_IDENTITY;
  CwTransform last = CW_TRANSFORM_IDENTITY;
  g_autofree CwVertex *vertices = NULL;
  g_autoptr (CwPath) path = NULL;
  gboolean alike;

  if (band->first != CW_ID_NONE)
    first = transform_of (self, band->first, way);
  if (band->last != CW_ID_NONE)
    last = transform_of (self, band->last, way);
  alike = band->first == band->last
          || (way->offsets == NULL ? !way->flip : cw_point_equal (first.offset, last.offset));
  if (band->first != CW_ID_NONE && band->last != CW_ID_NONE && alike)
    return cw_edit_transform (edit, band->trace, &first, error);

  vertices = g_memdup2 (trace.path->vertices, n * sizeof (CwVertex));
  if (band->first != CW_ID_NONE)
    vertices[0].at = cw_transform_point (&first, vertices[0].at);
  if (band->last != CW_ID_NONE)
    vertices[n - 1].at = cw_transform_point (&last, vertices[n - 1].at);
  path = tidy_path (vertices, n);
  if (path == NULL)
    return cw_edit_remove (edit, band->trace, error);
  trace.path = path;

  return cw_edit_set_trace (edit, band->trace, &trace, error);
}

static CwDesign *
apply (const CwMove *self, const Way *way, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (self->base);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Moved *moved = &g_array_index (self->items, Moved, i);
      CwTransform own = transform_of (self, moved->leader, way);

      if (!cw_edit_transform (edit, moved->id, &own, error))
        return NULL;
    }
  for (guint i = 0; i < self->bands->len; i++)
    {
      const Band *band = &g_array_index (self->bands, Band, i);

      if (!g_hash_table_contains (self->moved, GUINT_TO_POINTER (band->trace))
          && !stretch (self, edit, band, way, error))
        return NULL;
    }

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_move_apply:
 * @self: a move
 * @transform: where the items go
 * @flip: whether dies turn over about their own middle first
 * @error: return location for an error
 *
 * Moves the items. Ends of traces on them follow; a trace with both ends on them goes
 * along as it is.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL when it would leave the range
 */
CwDesign *
cw_move_apply (const CwMove *self, const CwTransform *transform, gboolean flip, GError **error)
{
  Way way = { .transform = *transform, .flip = flip };

  return apply (self, &way, error);
}

/**
 * cw_move_apply_offsets:
 * @self: a move
 * @offsets: how far each item goes, in the order of cw_move_get_item () [nm]
 * @error: return location for an error
 *
 * Moves each item by an offset of its own. What hangs on an item goes as far as it does.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL when it would leave the range
 */
CwDesign *
cw_move_apply_offsets (const CwMove *self, const CwPoint *offsets, GError **error)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  Way way = { .offsets = offsets, .indices = indices };

  for (guint i = 0; i < self->n_asked; i++)
    g_hash_table_insert (indices, GUINT_TO_POINTER (cw_move_get_item (self, i)),
                         GUINT_TO_POINTER (i));

  return apply (self, &way, error);
}

/**
 * cw_move_get_item:
 * @self: a move
 * @index: below cw_move_get_n_items ()
 *
 * Gets one of the items that were asked for and are not locked.
 *
 * Returns: its id
 */
CwId
cw_move_get_item (const CwMove *self, guint index)
{
  g_return_val_if_fail (index < self->n_asked, CW_ID_NONE);

  return g_array_index (self->items, Moved, index).id;
}

/**
 * cw_move_get_moved:
 * @self: a move
 *
 * Gets everything that moves as a whole: the items and what hangs on them.
 *
 * Returns: (transfer none): a set of ids
 */
GHashTable *
cw_move_get_moved (const CwMove *self)
{
  return self->moved;
}
