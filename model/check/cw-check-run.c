/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

typedef struct
{
  CwDesign *design;
  const CwCheckRules *rules;
  CwConnectBuilder *builder;
  CwCheckFacts *facts;
  GArray **found; /* by thread, of CwViolation */
  guint64 metal_levels;
  guint64 levels;
} Run;

static void
take_pair (const CwShape *a, const CwShape *b, gpointer user_data)
{
  cw_check_pair (user_data, a, b);
}

static void
check_window (CwField *field, guint thread, gpointer user_data)
{
  const Run *run = user_data;
  CwCheckContext context
      = { run->design, run->rules, field, run->builder, NULL, run->facts, run->found[thread] };

  for (guint level = 0; level < run->rules->n_levels; level++)
    {
      gsize n_shapes;
      const CwShape *shapes = cw_field_get_shapes (field, level, &n_shapes);

      /* among metal a hole is but the foot of a via, whose turn comes on the hole's own level */
      gboolean is_metal = (run->metal_levels >> level & 1) != 0;

      if (is_metal)
        cw_field_foreach_pair (field, level, take_pair, &context);
      for (gsize i = 0; i < n_shapes; i++)
        if ((run->rules->roles >> shapes[i].role & 1)
            && !(is_metal && shapes[i].role == CW_ROLE_HOLE) && cw_field_owns (field, level, i))
          cw_check_shape (&context, &shapes[i]);
    }
}

/* whether shapes on a level of a kind are looked at, among other levels than those of metal */
static gboolean
is_asked_for (const CwCheckRules *rules, CwLevelKind kind)
{
  switch (kind)
    {
    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_THIN_ORGANIC:
      return (rules->roles & CW_BIT (CW_ROLE_HOLE)) != 0;

    case CW_LEVEL_PASSIVATION:
      return (rules->roles & CW_BIT (CW_ROLE_OPENING)) != 0;

    case CW_LEVEL_DIE:
      return (rules->roles & CW_BIT (CW_ROLE_DIE)) != 0;

    case CW_LEVEL_BALL:
      return (rules->roles & CW_BIT (CW_ROLE_BALL)) != 0;

    case CW_LEVEL_UBM:
      return (rules->roles & CW_BIT (CW_ROLE_UBM)) != 0;

    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_PAD:
    case CW_LEVEL_WIRING:
    case CW_LEVEL_HEAT:
    case CW_N_LEVEL_KINDS:
    default:
      return FALSE;
    }
}

/* which levels somebody asks for */
static void
plan_levels (Run *self, CwFieldPlan *plan)
{
  const gboolean *has = self->rules->has;
  guint others = CW_BIT (CW_ROLE_DIE) | CW_BIT (CW_ROLE_BALL) | CW_BIT (CW_ROLE_UBM);
  gboolean with_metal = has[CW_RULE_CLEARANCE] || has[CW_RULE_SHORT] || self->builder != NULL
                        || (self->rules->roles & ~others) != 0;

  for (guint level = 0; level < self->rules->n_levels; level++)
    {
      CwLevelKind kind = cw_technology_get_level (self->rules->technology, level)->kind;
      guint64 bit = (guint64) 1 << level;

      if (cw_level_kind_is_metal (kind) && with_metal)
        self->metal_levels |= bit;
      if (is_asked_for (self->rules, kind))
        self->levels |= bit;
      plan->reach[level] = self->rules->pair_reach[level];
    }

  self->levels |= self->metal_levels;
  plan->levels = self->levels;
}

typedef struct
{
  CwCheckContext context;
  const GArray *nets; /* of CwId */
  gint *next;         /* atomic */
  GCancellable *cancellable;
} NetWorker;

static gpointer
check_nets (gpointer user_data)
{
  NetWorker *worker = user_data;
  guint i;

  while ((i = (guint) g_atomic_int_add (worker->next, 1)) < worker->nets->len
         && !g_cancellable_is_cancelled (worker->cancellable))
    for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
      if (cw_check_kinds[kind]->run_net != NULL && worker->context.rules->has[kind])
        cw_check_kinds[kind]->run_net (&worker->context, g_array_index (worker->nets, CwId, i));

  return NULL;
}

static gboolean
list_net (const CwConnectNet *net, gpointer user_data)
{
  g_array_append_val (user_data, net->net);
  return TRUE;
}

static void
check_all_nets (const Run *run, CwConnect *connect, guint n_threads, GCancellable *cancellable)
{
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  g_autofree NetWorker *workers = g_new0 (NetWorker, n_threads);
  g_autofree GThread **threads = g_new0 (GThread *, n_threads);
  gint next = 0;

  cw_connect_foreach_net (connect, list_net, nets);
  for (guint i = 0; i < n_threads; i++)
    {
      workers[i] = (NetWorker){ { run->design, run->rules, NULL, NULL, connect, run->facts,
                                  run->found[i] },
                                nets,
                                &next,
                                cancellable };
      if (i > 0 && i < nets->len)
        threads[i] = g_thread_new ("nets", check_nets, &workers[i]);
    }
  check_nets (&workers[0]);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

static void
check_structure (const Run *run, CwConnect *connect)
{
  CwCheckContext context
      = { run->design, run->rules, NULL, NULL, connect, run->facts, run->found[0] };

  cw_check_facts_search (run->facts, &context);
  cw_check_structure (&context, ~0u);
}

static gboolean
run_all (Run *self, const CwCheckOptions *options, guint n_threads, CwConnect **connect,
         GError **error)
{
  CwFieldWalk walk = {
    .n_threads = n_threads,
    .window_shapes = options->window_shapes,
    .cancellable = options->cancellable,
    .progress = options->progress,
    .progress_data = options->user_data,
  };

  plan_levels (self, &walk.plan);
  if (!cw_field_walk (self->design, &walk, check_window, self, error))
    return FALSE;

  if (self->builder != NULL)
    {
      *connect = cw_connect_builder_finish (self->builder);
      if (self->rules->has[CW_RULE_OPEN] || self->rules->has[CW_RULE_PAD_NET])
        check_all_nets (self, *connect, n_threads, options->cancellable);
    }
  check_structure (self, *connect);
  if (g_cancellable_is_cancelled (options->cancellable))
    {
      g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_CANCELLED,
                           "the check was cancelled");
      g_clear_pointer (connect, cw_connect_unref);
      return FALSE;
    }
  return TRUE;
}

/**
 * cw_check_run:
 * @design: the design to check
 * @options: (nullable): how
 * @error: where to put an error
 *
 * Checks a whole design against the rules of its technology. One message is made for a
 * pair of items that are too near, by the smallest distance; for an item too narrow; for a hole
 * and a level of metal; for an island of a net; for a die; for each fault of the structure. Where
 * several rules of a kind hold, the strictest one is reported. What touches is a short, not a lack of
 * clearance as well. The result is the same for any number of threads. Fails with
 * %CW_MODEL_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what was found
 */
CwCheckResult *
cw_check_run (CwDesign *design, const CwCheckOptions *options, GError **error)
{
  static const CwCheckOptions defaults = { 0 };
  g_autoptr (CwCheckRules) rules = cw_check_rules_new (cw_design_get_technology (design));
  g_autoptr (CwConnectBuilder) builder
      = cw_check_needs_connect (rules) ? cw_connect_builder_new (design) : NULL;
  guint n_threads = cw_field_get_n_threads (options != NULL ? options->n_threads : 0);
  g_autofree GArray **found = g_new (GArray *, n_threads);
  CwCheckFacts facts = { 0 };
  Run run = { design, rules, builder, &facts, found, 0, 0 };
  CwConnect *connect = NULL;
  CwCheckResult *result = NULL;

  for (guint i = 0; i < n_threads; i++)
    found[i] = g_array_new (FALSE, FALSE, sizeof (CwViolation));
  cw_check_rules_note_areas (rules, design);
  cw_check_facts_prepare (&facts, design, rules);

  if (run_all (&run, options != NULL ? options : &defaults, n_threads, &connect, error))
    {
      for (guint i = 1; i < n_threads; i++)
        g_array_append_vals (found[0], found[i]->data, found[i]->len);
      cw_violations_reduce (found[0]);
      result = cw_check_result_new (design, cw_violation_list_new (found[0]), connect, &facts);
    }

  for (guint i = 0; i < n_threads; i++)
    g_array_unref (found[i]);
  return result;
}
