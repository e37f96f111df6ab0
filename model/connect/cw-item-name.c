/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/connect/cw-connect-private.h"
#include "model/connect/cw-metal.h"

#define MAX_PIECES 4000 /* how far a name is looked for */

/* A piece on the way, with the way along the wiring to where it is entered. */
typedef struct
{
  CwId item;
  guint32 part;
  guint ring; /* how many links away */
  CwPoint entry;
  double way; /* [nm] */
} Piece;

/* A search through what touches, in rings: all pieces one link away, then two, and so on. */
typedef struct
{
  const CwDesign *design;
  GHashTable *seen; /* gint64 of item and part -> Piece */
  GPtrArray *ring;  /* of Piece */
  GPtrArray *next;  /* of Piece */
  const Piece *best_pad;
} Search;

static gint64 *
make_key (CwId item, guint32 part)
{
  gint64 *key = g_new (gint64, 1);

  *key = (gint64) ((guint64) item << 32 | part);
  return key;
}

static Piece *
add_piece (Search *search, CwId item, guint32 part, guint ring)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->item = item;
  piece->part = part;
  piece->ring = ring;
  g_hash_table_insert (search->seen, make_key (item, part), piece);
  g_ptr_array_add (search->next, piece);
  return piece;
}

/* two shapes that touch meet about where their boxes do */
static CwPoint
find_meeting (const CwShape *a, const CwShape *b)
{
  return cw_box_get_centre (cw_box_intersection (cw_shape_get_bounds (a), cw_shape_get_bounds (b)));
}

typedef struct
{
  Search *search;
  const Piece *piece;
  const CwShape *from;
} Look;

static void
reach (const Look *look, const CwShape *shape)
{
  guint32 part = cw_design_get_node (look->search->design, shape->item, shape->part);
  gint64 key = (gint64) ((guint64) shape->item << 32 | part);
  Piece *piece = g_hash_table_lookup (look->search->seen, &key);
  CwPoint meeting = find_meeting (look->from, shape);
  double way = 0;

  if (look->piece->ring > 0)
    way = look->piece->way
          + sqrt ((double) cw_point_distance_squared (look->piece->entry, meeting));
  if (piece != NULL && (piece->ring != look->piece->ring + 1 || piece->way <= way))
    return;

  if (piece == NULL)
    piece = add_piece (look->search, shape->item, part, look->piece->ring + 1);
  piece->entry = meeting;
  piece->way = way;
}

static gboolean
look_at (const CwShape *shape, gpointer user_data)
{
  const Look *look = user_data;

  if (shape->net == look->from->net && shape->item != look->from->item
      && cw_connect_is_link (look->from, shape))
    reach (look, shape);
  return TRUE;
}

static gboolean
look_around (const CwShape *shape, gpointer user_data)
{
  Look *look = user_data;

  look->from = shape;
  if (shape->net != CW_ID_NONE)
    cw_metal_foreach_shape (look->search->design, shape->level, cw_shape_get_bounds (shape),
                            look_at, look);
  return TRUE;
}

static const char *
get_ball_name (const CwDesign *design, CwId id)
{
  return cw_id_get_kind (id) == CW_ITEM_BONDING_PAD ? cw_design_get_item_name (design, id) : "";
}

/* the named ball of the ring with the shortest way, of two alike that of least id; else notes the
   least die pad of the first ring with one */
static CwId
inspect_ring (Search *search)
{
  const Piece *ball = NULL;
  const Piece *pad = NULL;

  for (guint i = 0; i < search->ring->len; i++)
    {
      const Piece *piece = search->ring->pdata[i];

      if (*get_ball_name (search->design, piece->item) != '\0'
          && (ball == NULL || piece->way < ball->way
              || (piece->way == ball->way && piece->item < ball->item)))
        ball = piece;
      if (cw_id_get_kind (piece->item) == CW_ITEM_DIE
          && (pad == NULL || piece->item < pad->item
              || (piece->item == pad->item && piece->part < pad->part)))
        pad = piece;
    }

  if (search->best_pad == NULL)
    search->best_pad = pad;
  return ball != NULL ? ball->item : CW_ID_NONE;
}

static void
advance (Search *search)
{
  GPtrArray *ring = search->ring;

  for (guint i = 0; i < ring->len; i++)
    {
      const Piece *piece = ring->pdata[i];
      Look look = { search, piece, NULL };

      cw_metal_foreach_item_shape (search->design, piece->item, piece->part, look_around, &look);
    }

  search->ring = search->next;
  search->next = ring;
  g_ptr_array_set_size (search->next, 0);
}

/* the name of the ball, else of the die pad, that a piece is connected to; NULL for neither */
static char *
find_terminal_name (const CwDesign *design, CwId item, guint32 part)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Search search = { design, seen, g_ptr_array_new (), g_ptr_array_new (), NULL };
  CwId ball = CW_ID_NONE;

  g_ptr_array_add (search.ring, add_piece (&search, item, part, 0));
  g_ptr_array_set_size (search.next, 0);
  while (search.ring->len > 0 && g_hash_table_size (seen) < MAX_PIECES)
    {
      ball = inspect_ring (&search);
      if (ball != CW_ID_NONE)
        break;
      advance (&search);
    }

  g_ptr_array_unref (search.ring);
  g_ptr_array_unref (search.next);
  if (ball != CW_ID_NONE)
    return g_strdup (get_ball_name (design, ball));
  if (search.best_pad != NULL)
    return cw_connect_dup_item_name (design, search.best_pad->item, search.best_pad->part);
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
      = { "item",     "net",   "die type",       "die",    "bonding pad", "via",  "trace",
          "text",     "bus",   "passive device", "cavity", "cut line",    "zone", "keep-out",
          "fiducial", "waiver" };
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
 * Names an item for people: one with a name of its own by that, a bonding pad after its ball, a pad of a die as `U1.7`, a trace or a
 * via after the ball that it is connected to, else the die pad: the nearest by links, of several
 * the nearest along the wiring.
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
    case CW_ITEM_BUS:
    case CW_ITEM_PASSIVE:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_ITEM_ZONE:
    case CW_ITEM_KEEP_OUT:
      name = g_strdup (cw_design_get_item_name (design, item));
      break;

    case CW_ITEM_TRACE:
      name = g_strdup (cw_design_get_item_name (design, item));
      if (*name != '\0')
        break;
      g_free (name);
      name = find_terminal_name (design, item, 0);
      break;

    case CW_ITEM_VIA:
      name = find_terminal_name (design, item, 0);
      break;

    case CW_ITEM_NONE:
    case CW_ITEM_TEXT:
    case CW_ITEM_FIDUCIAL:
    case CW_ITEM_WAIVER:
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
