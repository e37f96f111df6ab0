/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/design/fixture.h"

/* the plain-array oracle: what the design must hold, item by item */

#define N_PLACES 400
#define N_NETS 12

typedef struct
{
  CwId id; /* CW_ID_NONE: not there */
  CwPoint at;
  CwCoord size;
  CwId net;
} Plain;

typedef struct
{
  Plain vias[N_PLACES];
  Plain pads[N_PLACES];
  Plain traces[N_PLACES];
} Model;

typedef struct
{
  GRand *rand;
  Model model;
  CwId nets[N_NETS];
  guint8 levels[2];
} World;

static void
put_via (World *world, CwEdit *edit, Plain *plain)
{
  CwVia via = { .at = plain->at,
                .hole = plain->size / 2,
                .land = plain->size,
                .net = plain->net,
                .from = world->levels[0],
                .to = world->levels[1] };

  if (plain->id == CW_ID_NONE)
    plain->id = cw_edit_add_via (edit, &via, NULL);
  else
    g_assert_true (cw_edit_set_via (edit, plain->id, &via, NULL));
}

static void
put_pad (World *world, CwEdit *edit, Plain *plain)
{
  CwBondingPad pad = { .name = g_ref_string_new ("A1"),
                       .at = plain->at,
                       .land = { CW_PAD_ROUND, plain->size, plain->size },
                       .net = plain->net,
                       .level = world->levels[1] };

  if (plain->id == CW_ID_NONE)
    plain->id = cw_edit_add_bonding_pad (edit, &pad, NULL);
  else
    g_assert_true (cw_edit_set_bonding_pad (edit, plain->id, &pad, NULL));
  g_ref_string_release (pad.name);
}

static void
put_trace (World *world, CwEdit *edit, Plain *plain)
{
  CwPoint points[] = { plain->at, { plain->at.x + 1000, plain->at.y } };
  g_autoptr (CwPath) path = cw_path_new_points (points, 2);
  CwTrace trace
      = { .path = path, .width = plain->size, .net = plain->net, .level = world->levels[0] };

  if (plain->id == CW_ID_NONE)
    plain->id = cw_edit_add_trace (edit, &trace, NULL);
  else
    g_assert_true (cw_edit_set_trace (edit, plain->id, &trace, NULL));
}

static void
change_one (World *world, CwEdit *edit)
{
  guint place = (guint) g_rand_int_range (world->rand, 0, N_PLACES);
  int kind = g_rand_int_range (world->rand, 0, 3);
  Plain *plain = kind == 0   ? &world->model.vias[place]
                 : kind == 1 ? &world->model.pads[place]
                             : &world->model.traces[place];

  if (plain->id != CW_ID_NONE && g_rand_int_range (world->rand, 0, 4) == 0)
    {
      g_assert_true (cw_edit_remove (edit, plain->id, NULL));
      plain->id = CW_ID_NONE;
      return;
    }

  plain->at = CW_POINT (g_rand_int_range (world->rand, -4 * CW_MM, 4 * CW_MM),
                        g_rand_int_range (world->rand, -4 * CW_MM, 4 * CW_MM));
  plain->size = g_rand_int_range (world->rand, 1, 100) * CW_UM;
  plain->net = world->nets[g_rand_int_range (world->rand, 0, N_NETS)];
  if (kind == 0)
    put_via (world, edit, plain);
  else if (kind == 1)
    put_pad (world, edit, plain);
  else
    put_trace (world, edit, plain);
  g_assert_cmpuint (plain->id, !=, CW_ID_NONE);
}

static guint
compare_place (const CwDesign *design, const Plain *plain)
{
  CwPoint at;
  CwCoord size;

  if (plain->id == CW_ID_NONE)
    return 0;

  if (cw_id_get_kind (plain->id) == CW_ITEM_VIA)
    {
      at = cw_design_get_via (design, plain->id)->at;
      size = cw_design_get_via (design, plain->id)->land;
    }
  else if (cw_id_get_kind (plain->id) == CW_ITEM_BONDING_PAD)
    {
      at = cw_design_get_bonding_pad (design, plain->id)->at;
      size = cw_design_get_bonding_pad (design, plain->id)->land.width;
    }
  else
    {
      at = cw_design_get_trace (design, plain->id)->path->vertices[0].at;
      size = cw_design_get_trace (design, plain->id)->width;
    }
  g_assert_true (cw_point_equal (at, plain->at));
  g_assert_cmpint (size, ==, plain->size);
  g_assert_cmpuint (cw_design_get_item_net (design, plain->id), ==, plain->net);
  return 1;
}

static gboolean
count_entry (const CwRtreeEntry *entry, gpointer user_data)
{
  (*(guint *) user_data)++;
  return TRUE;
}

static guint
count_entries (const CwDesign *design, guint level, CwBox box)
{
  const CwRtree *index = cw_design_get_index (design, level);
  guint n = 0;

  if (index != NULL)
    cw_rtree_foreach (index, box, count_entry, &n);
  return n;
}

/* items by id, how many there are, and the index: every shape once, in its place */
static void
compare (const CwDesign *design, const Model *model, const World *world)
{
  guint n_vias = 0, n_pads = 0, n_traces = 0;

  for (guint i = 0; i < N_PLACES; i++)
    {
      n_vias += compare_place (design, &model->vias[i]);
      n_pads += compare_place (design, &model->pads[i]);
      n_traces += compare_place (design, &model->traces[i]);
    }
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_VIA), ==, n_vias);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_BONDING_PAD), ==, n_pads);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_TRACE), ==, n_traces);
  g_assert_cmpuint (count_entries (design, world->levels[0], CW_BOX_ALL), ==, n_vias + n_traces);
  g_assert_cmpuint (count_entries (design, world->levels[1], CW_BOX_ALL), ==, n_vias + n_pads);

  for (guint i = 0; i < N_PLACES; i += 37)
    if (model->vias[i].id != CW_ID_NONE)
      {
        CwBox box = cw_design_get_item_bounds (design, model->vias[i].id);

        g_assert_cmpuint (count_entries (design, world->levels[0], box), >=, 1);
        g_assert_cmpuint (count_entries (design, world->levels[1], box), >=, 1);
      }
}

static CwDesign *
world_begin (World *world)
{
  g_autoptr (CwDesign) empty = fixture_new_design (2);
  g_autoptr (CwEdit) edit = cw_edit_new (empty);

  memset (&world->model, 0, sizeof world->model);
  world->levels[0] = fixture_get_wiring_level (edit, 0);
  world->levels[1] = fixture_get_wiring_level (edit, 1);
  for (guint i = 0; i < N_NETS; i++)
    {
      g_autofree char *name = g_strdup_printf ("net%u", i);

      world->nets[i] = fixture_add_net (edit, name);
    }
  return cw_edit_finish (edit, NULL);
}

#define N_EDITS 1000000
#define N_EDITS_IN_DOCUMENT 50000
#define N_KEPT 32

typedef struct
{
  Model models[N_KEPT];
  guint revisions[N_KEPT];
  guint n;
} Kept;

static guint
edit_some (World *world, CwDocument *document)
{
  g_autoptr (CwEdit) edit = cw_edit_new (cw_document_get_design (document));
  g_autoptr (CwDesign) next = NULL;
  guint n = (guint) g_rand_int_range (world->rand, 1, 20);

  for (guint i = 0; i < n; i++)
    change_one (world, edit);
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (document, next, "Change");
  return n;
}

static void
keep_or_jump (World *world, CwDocument *document, Kept *kept)
{
  if (g_rand_int_range (world->rand, 0, 150) == 0 && kept->n < N_KEPT)
    {
      kept->models[kept->n] = world->model;
      kept->revisions[kept->n++] = cw_document_get_revision (document);
    }
  else if (g_rand_int_range (world->rand, 0, 400) == 0 && kept->n > 0)
    {
      guint i = (guint) g_rand_int_range (world->rand, 0, (gint32) kept->n);

      compare (cw_document_get_design (document), &world->model, world);
      cw_document_go_to (document, kept->revisions[i]);
      world->model = kept->models[i];
      compare (cw_document_get_design (document), &world->model, world);
    }
}

/* 10^6 edits in documents of 50 000, with jumps to states that were kept on any branch */
static void
test_random_edits_equal_plain_arrays_at_any_point (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  World *world = g_new0 (World, 1);
  Kept *kept = g_new0 (Kept, 1);

  g_test_message ("seed %u", seed);
  world->rand = g_rand_new_with_seed (seed);

  for (guint done = 0; done < N_EDITS; done += N_EDITS_IN_DOCUMENT)
    {
      g_autoptr (CwDesign) first = world_begin (world);
      g_autoptr (CwDocument) document = cw_document_new (first);

      kept->n = 0;
      for (guint n = 0; n < N_EDITS_IN_DOCUMENT;)
        {
          n += edit_some (world, document);
          keep_or_jump (world, document, kept);
        }

      compare (cw_document_get_design (document), &world->model, world);
      for (guint i = 0; i < kept->n; i++)
        {
          cw_document_go_to (document, kept->revisions[i]);
          compare (cw_document_get_design (document), &kept->models[i], world);
        }
      while (cw_document_undo (document))
        ;
      g_assert_true (cw_document_get_design (document) == first);
      g_assert_false (cw_document_is_modified (document));
    }

  g_rand_free (world->rand);
  g_free (world);
  g_free (kept);
}

static void
test_redo_follows_the_newest_branch (void)
{
  g_autoptr (CwDesign) base = fixture_new_design (2);
  g_autoptr (CwDocument) document = cw_document_new (base);
  CwId first = CW_ID_NONE;

  g_assert_false (cw_document_can_undo (document));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CwEdit) edit = cw_edit_new (cw_document_get_design (document));
      g_autoptr (CwDesign) next = NULL;
      CwId id = fixture_add_via (edit, CW_ID_NONE, 0, CW_POINT ((CwCoord) i * 1000, 0));

      next = cw_edit_finish (edit, NULL);
      cw_document_commit (document, next, i == 0 ? "First" : "Second");
      if (i == 0)
        {
          first = id;
          g_assert_true (cw_document_undo (document));
        }
    }

  g_assert_cmpuint (cw_document_get_n_revisions (document), ==, 3);
  g_assert_cmpstr (cw_document_get_undo_label (document), ==, "Second");
  g_assert_true (cw_document_is_modified (document));
  g_assert_true (cw_document_undo (document));
  g_assert_cmpstr (cw_document_get_redo_label (document), ==, "Second");
  g_assert_false (cw_document_is_modified (document));

  cw_document_go_to (document, 1);
  g_assert_cmpint (cw_design_get_via (cw_document_get_design (document), first)->at.x, ==, 0);
  g_assert_true (cw_document_undo (document));
  g_assert_cmpstr (cw_document_get_redo_label (document), ==, "First");
}

static void
note_change (CwDocument *document, const CwDiff *diff, gpointer user_data)
{
  CwDiff **last = user_data;

  g_clear_pointer (last, cw_diff_free);
  *last = cw_diff_copy (diff);
}

static void
test_changed_tells_what_differs (void)
{
  g_autoptr (CwDesign) base = fixture_new_design (2);
  g_autoptr (CwDocument) document = cw_document_new (base);
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (CwDiff) last = NULL;
  CwId via = fixture_add_via (edit, CW_ID_NONE, 0, CW_POINT (0, 0));

  g_signal_connect (document, "changed", G_CALLBACK (note_change), &last);
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (document, next, "Place via");
  g_assert_cmpuint (last->n_items, ==, 1);
  g_assert_cmpuint (last->items[0], ==, via);
  g_assert_null (cw_design_get_item (last->before, via));

  cw_document_undo (document);
  g_assert_true (last->after == base);
  g_assert_cmpuint (last->n_items, ==, 1);
}

typedef struct
{
  CwDesign *design;
  const World *world;
  int stop;
} Reader;

static gpointer
read_all_the_time (gpointer user_data)
{
  Reader *reader = user_data;

  do
    compare (reader->design, &reader->world->model, reader->world);
  while (!g_atomic_int_get (&reader->stop));
  return NULL;
}

static CwDesign *
edit_many (World *world, CwDesign *design, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CwEdit) edit = cw_edit_new (design);

      change_one (world, edit);
      cw_design_unref (design);
      design = cw_edit_finish (edit, NULL);
    }
  return design;
}

/* also run under ThreadSanitizer */
static void
test_held_designs_are_read_while_another_thread_edits (void)
{
  g_autofree World *world = g_new0 (World, 1);
  g_autofree World *frozen = NULL;
  CwDesign *design;
  Reader readers[2];
  GThread *threads[2];

  world->rand = g_rand_new_with_seed (11);
  design = edit_many (world, world_begin (world), 1000);
  frozen = g_memdup2 (world, sizeof *world);
  for (guint i = 0; i < 2; i++)
    {
      readers[i] = (Reader){ cw_design_ref (design), frozen, 0 };
      threads[i] = g_thread_new ("reader", read_all_the_time, &readers[i]);
    }

  design = edit_many (world, design, 5000);
  for (guint i = 0; i < 2; i++)
    {
      g_atomic_int_set (&readers[i].stop, 1);
      g_thread_join (threads[i]);
      cw_design_unref (readers[i].design);
    }
  compare (design, &world->model, world);
  cw_design_unref (design);
  g_rand_free (world->rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/design/document/random-edits-equal-plain-arrays-at-any-point",
                   test_random_edits_equal_plain_arrays_at_any_point);
  g_test_add_func ("/model/design/document/redo-follows-the-newest-branch",
                   test_redo_follows_the_newest_branch);
  g_test_add_func ("/model/design/document/changed-tells-what-differs",
                   test_changed_tells_what_differs);
  g_test_add_func ("/model/design/document/held-designs-are-read-while-another-thread-edits",
                   test_held_designs_are_read_while_another_thread_edits);

  return g_test_run ();
}
