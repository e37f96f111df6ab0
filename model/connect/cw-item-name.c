/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-connect-private.h"
#include "model/connect/cw-metal.h"

#define MAX_PIECES 4000 /* how far a name is looked for */

/* A search through what touches, in rings: all pieces one link away, then two, and so on. */
typedef struct
{
  const CwDesign *design;
  GHashTable *seen; /* of gint64: item and part */
  GArray *ring;     /* of CwConnectNode */
  GArray *next;     /* of CwConnectNode */
  CwConnectNode best_pad;
} Search;

static gint64 *
make_key (CwId item, guint32 part)
{
  gint64 *key = g_new (gint64, 1);

  *key = (gint64) ((guint64) item << 32 | part);
  return key;
}

static void
reach (Search *search, const CwShape *shape)
{
  gboolean is_pad = cw_id_get_kind (shape->item) == CW_ITEM_DIE;
  CwConnectNode node = { shape->item, is_pad ? shape->part : 0, 0 };

  if (g_hash_table_add (search->seen, make_key (node.item, node.part)))
    g_array_append_val (search->next, node);
}

typedef struct
{
  Search *search;
  const CwShape *from;
} Look;

static gboolean
look_at (const CwShape *shape, gpointer user_data)
{
  const Look *look = user_data;

  if (shape->net == look->from->net && shape->item != look->from->item
      && cw_connect_is_link (look->from, shape))
    reach (look->search, shape);
  return TRUE;
}

static gboolean
look_around (const CwShape *shape, gpointer user_data)
{
  Look look = { user_data, shape };

  if (shape->net != CW_ID_NONE)
    cw_metal_foreach_shape (look.search->design, shape->level, cw_shape_get_bounds (shape), look_at,
                            &look);
  return TRUE;
}

static const char *
get_ball_name (const CwDesign *design, CwId id)
{
  return cw_id_get_kind (id) == CW_ITEM_BONDING_PAD ? cw_design_get_item_name (design, id) : "";
}

/* the named ball of least id in the ring; else notes the least die pad of the first ring with one */
static CwId
inspect_ring (Search *search)
{
  CwId ball = CW_ID_NONE;
  CwConnectNode pad = { CW_ID_NONE, 0, 0 };

  for (guint i = 0; i < search->ring->len; i++)
    {
      CwConnectNode node = g_array_index (search->ring, CwConnectNode, i);

      if (*get_ball_name (search->design, node.item) != '\0'
          && (ball == CW_ID_NONE || node.item < ball))
        ball = node.item;
      if (cw_id_get_kind (node.item) == CW_ITEM_DIE
          && (pad.item == CW_ID_NONE || node.item < pad.item
              || (node.item == pad.item && node.part < pad.part)))
        pad = node;
    }

  if (search->best_pad.item == CW_ID_NONE)
    search->best_pad = pad;
  return ball;
}

static void
advance (Search *search)
{
  GArray *ring = search->ring;

  for (guint i = 0; i < ring->len; i++)
    {
      CwConnectNode node = g_array_index (ring, CwConnectNode, i);
      gboolean is_pad = cw_id_get_kind (node.item) == CW_ITEM_DIE;

      cw_metal_foreach_item_shape (search->design, node.item,
                                   is_pad ? node.part : CW_METAL_ALL_PARTS, look_around, search);
    }

  search->ring = search->next;
  search->next = ring;
  g_array_set_size (search->next, 0);
}

/* the name of the ball, else of the die pad, that a piece is connected to; NULL for neither */
static char *
find_terminal_name (const CwDesign *design, CwId item, guint32 part)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Search search = { design,
                    seen,
                    g_array_new (FALSE, FALSE, sizeof (CwConnectNode)),
                    g_array_new (FALSE, FALSE, sizeof (CwConnectNode)),
                    { CW_ID_NONE, 0, 0 } };
  CwConnectNode start = { item, part, 0 };
  CwId ball = CW_ID_NONE;

  g_array_append_val (search.ring, start);
  g_hash_table_add (seen, make_key (item, part));
  while (search.ring->len > 0 && g_hash_table_size (seen) < MAX_PIECES)
    {
      ball = inspect_ring (&search);
      if (ball != CW_ID_NONE)
        break;
      advance (&search);
    }

  g_array_unref (search.ring);
  g_array_unref (search.next);
  if (ball != CW_ID_NONE)
    return g_strdup (get_ball_name (design, ball));
  if (search.best_pad.item != CW_ID_NONE)
    return cw_connect_dup_item_name (design, search.best_pad.item, search.best_pad.part);
  return NULL;
}

static char *
dup_die_name (const CwDesign *design, CwId item, guint32 part)
{
  const CwDie *die = cw_design_get_die (design, item);
  const CwDieType *type = cw_design_get_die_type (design, die->type);

  if (part == CW_DIE_PART_BODY || type == NULL || part > type->pads->n_pads)
    return g_strdup (die->name);
  return g_strdup_printf ("%s.%s", die->name, type->pads->pads[part - 1].name);
}

static char *
dup_plain_name (CwId item)
{
  static const char *const kinds[]
      = { "item", "net", "die type", "die", "bonding pad", "via", "trace", "text" };
  CwItemKind kind = MIN (cw_id_get_kind (item), CW_N_ITEM_KINDS);

  return g_strdup_printf ("%s %u", kind < G_N_ELEMENTS (kinds) ? kinds[kind] : kinds[0],
                          cw_id_get_number (item));
}

/**
 * cw_connect_dup_item_name:
 * @design: a design
 * @item: an item
 * @part: for a die which of its shapes, the number of a pad plus one; else ignored
 *
 * Names an item for people: a bonding pad after its ball, a pad of a die as `U1.7`, a trace or a
 * via after the ball that it is connected to, else the die pad, nearest by links.
 * What has no such name is named by kind and number, such as `trace 17`.
 *
 * Returns: (transfer full): the name
 */
char *
cw_connect_dup_item_name (const CwDesign *design, CwId item, guint32 part)
{
  char *name = NULL;

  if (cw_design_get_item (design, item) == NULL)
    return dup_plain_name (item);

  switch (cw_id_get_kind (item))
    {
    case CW_ITEM_DIE:
      return dup_die_name (design, item, part);

    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_BONDING_PAD:
      name = g_strdup (cw_design_get_item_name (design, item));
      break;

    case CW_ITEM_VIA:
    case CW_ITEM_TRACE:
      name = find_terminal_name (design, item, 0);
      break;

    case CW_ITEM_NONE:
    case CW_ITEM_TEXT:
    case CW_N_ITEM_KINDS:
    default:
      break;
    }

  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = dup_plain_name (item);
    }
  return name;
}
