/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/check/cw-check-private.h"

#define CHUNK 256

typedef struct
{
  gatomicrefcount ref_count;
  gsize length;
  CwViolation violations[CHUNK];
} Chunk;

struct _CwViolationList
{
  gatomicrefcount ref_count;
  gsize length;
  GArray *chunks; /* of Chunk *; none is empty */
  GArray *starts; /* of gsize: index of the first violation of each chunk */
};

static void
chunk_unref (Chunk *chunk)
{
  if (g_atomic_ref_count_dec (&chunk->ref_count))
    g_free (chunk);
}

static CwViolationList *
list_new_empty (void)
{
  CwViolationList *self = g_new0 (CwViolationList, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->chunks = g_array_new (FALSE, FALSE, sizeof (Chunk *));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  return self;
}

static void
append_chunk (CwViolationList *self, Chunk *chunk)
{
  g_array_append_val (self->starts, self->length);
  g_array_append_val (self->chunks, chunk);
  self->length += chunk->length;
}

/* to the last chunk, which must be one that nobody else holds and was begun at or after `first` */
static void
append_violation (CwViolationList *self, guint first, const CwViolation *violation)
{
  Chunk *chunk = NULL;

  if (self->chunks->len > first)
    chunk = g_array_index (self->chunks, Chunk *, self->chunks->len - 1);
  if (chunk == NULL || chunk->length == CHUNK)
    {
      chunk = g_new (Chunk, 1);
      g_atomic_ref_count_init (&chunk->ref_count);
      chunk->length = 0;
      append_chunk (self, chunk);
    }

  chunk->violations[chunk->length++] = *violation;
  self->length++;
}

/* a list of violations that are sorted and one a subject */
CwViolationList *
cw_violation_list_new (const GArray *violations)
{
  CwViolationList *self = list_new_empty ();

  for (guint i = 0; i < violations->len; i++)
    append_violation (self, 0, &g_array_index (violations, CwViolation, i));
  return self;
}

CwViolationList *
cw_violation_list_ref (CwViolationList *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
cw_violation_list_unref (CwViolationList *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->chunks->len; i++)
    chunk_unref (g_array_index (self->chunks, Chunk *, i));
  g_array_unref (self->chunks);
  g_array_unref (self->starts);
  g_free (self);
}

typedef struct
{
  const GArray *removed;
  const GArray *added;
  guint next_removed;
  guint next_added;
} Changes;

/* the next one to be taken away or put in, unless it belongs behind the given violation */
static const CwViolation *
peek (const GArray *violations, guint next, const CwViolation *before)
{
  const CwViolation *violation
      = next < violations->len ? &g_array_index (violations, CwViolation, next) : NULL;

  if (violation == NULL
      || (before != NULL && cw_violation_compare_subject (violation, before) >= 0))
    return NULL;
  return violation;
}

static void
merge_chunk (CwViolationList *self, const CwViolation *old, gsize n_old, Changes *changes,
             const CwViolation *before)
{
  guint first = self->chunks->len;
  gsize i = 0;

  for (;;)
    {
      const CwViolation *removed = peek (changes->removed, changes->next_removed, before);
      const CwViolation *added = peek (changes->added, changes->next_added, before);
      gint order;

      if (i < n_old && removed != NULL)
        {
          order = cw_violation_compare_subject (removed, &old[i]);
          changes->next_removed += order <= 0;
          i += order == 0;
          if (order <= 0)
            continue;
        }
      else if (removed != NULL)
        {
          changes->next_removed++;
          continue;
        }

      if (added != NULL && (i == n_old || cw_violation_compare_subject (added, &old[i]) < 0))
        {
          append_violation (self, first, added);
          changes->next_added++;
        }
      else if (i < n_old)
        append_violation (self, first, &old[i++]);
      else
        return;
    }
}

/* the list without the subjects of some violations, which are then added; both are sorted. The cost
 * follows the changes, but for a reference on each chunk. */
CwViolationList *
cw_violation_list_replace (CwViolationList *self, const GArray *removed, const GArray *added)
{
  Changes changes = { removed, added, 0, 0 };
  CwViolationList *next;

  if (removed->len == 0 && added->len == 0)
    return cw_violation_list_ref (self);

  next = list_new_empty ();
  for (guint i = 0; i < self->chunks->len; i++)
    {
      Chunk *chunk = g_array_index (self->chunks, Chunk *, i);
      const CwViolation *before = i + 1 < self->chunks->len
                                      ? &g_array_index (self->chunks, Chunk *, i + 1)->violations[0]
                                      : NULL;

      if (peek (removed, changes.next_removed, before) == NULL
          && peek (added, changes.next_added, before) == NULL)
        {
          g_atomic_ref_count_inc (&chunk->ref_count);
          append_chunk (next, chunk);
        }
      else
        merge_chunk (next, chunk->violations, chunk->length, &changes, before);
    }

  if (self->chunks->len == 0)
    merge_chunk (next, NULL, 0, &changes, NULL);
  return next;
}

gsize
cw_violation_list_get_length (const CwViolationList *self)
{
  return self->length;
}

const CwViolation *
cw_violation_list_get (const CwViolationList *self, gsize index)
{
  guint low = 0;
  guint high = self->chunks->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->starts, gsize, middle) <= index)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->chunks, Chunk *, low)
              ->violations[index - g_array_index (self->starts, gsize, low)];
}

/* whether a violation stands before those of a kind about a net */
static gboolean
is_before_net (const CwViolation *violation, CwRuleKind kind, CwId net)
{
  CwViolation first = { .kind = kind, .nets = { net, net } };

  return cw_violation_compare_subject (violation, &first) < 0;
}

/* appends what the list has about a net */
void
cw_violation_list_append_net (const CwViolationList *self, CwRuleKind kind, CwId net,
                              GArray *violations)
{
  gsize low = 0;
  gsize high = self->length;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (is_before_net (cw_violation_list_get (self, middle), kind, net))
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < self->length; low++)
    {
      const CwViolation *violation = cw_violation_list_get (self, low);

      if (violation->kind != kind || violation->nets[0] != net)
        return;
      g_array_append_val (violations, *violation);
    }
}
