/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive.h"
#include "tests/model/package/package-test.h"

#define MAX_SHAPES 400

typedef struct
{
  CwShape shapes[MAX_SHAPES];
  guint32 nodes[MAX_SHAPES];
  guint32 n;
} Body;

static void
body_take (Body *self, const CwPassive *passive, const CwItemContext *context)
{
  self->n = cw_passive_class.count_shapes (passive, context);
  g_assert_cmpuint (self->n, <=, MAX_SHAPES);
  for (guint32 i = 0; i < self->n; i++)
    {
      cw_passive_class.get_shape (passive, context, i, &self->shapes[i]);
      self->nodes[i] = cw_passive_class.get_node (passive, context, i);
      g_assert_cmpuint (self->shapes[i].part, ==, i);
      g_assert_cmpuint (self->nodes[i], <, cw_passive_class.count_nodes (passive));
    }
}

static void
body_drop (Body *self)
{
  for (guint32 i = 0; i < self->n; i++)
    cw_shape_clear (&self->shapes[i]);
}

/* a hole joins the lands below and above */
static gboolean
are_joined (const CwShape *a, const CwShape *b)
{
  gboolean has_hole = a->role == CW_ROLE_HOLE || b->role == CW_ROLE_HOLE;

  if (a->role == CW_ROLE_CAVITY || b->role == CW_ROLE_CAVITY)
    return FALSE;
  return (a->level == b->level || (has_hole && ABS (a->level - b->level) == 1))
         && cw_shape_touches (a, b);
}

/* all metal of a node hangs together with its terminal */
static void
assert_connected (const Body *body, guint32 node)
{
  gboolean reached[MAX_SHAPES] = { FALSE };
  gboolean grows = TRUE;

  reached[node] = TRUE;
  while (grows)
    {
      grows = FALSE;
      for (guint32 i = 0; i < body->n; i++)
        for (guint32 j = 0; j < body->n; j++)
          if (reached[i] && !reached[j] && body->nodes[j] == node
              && are_joined (&body->shapes[i], &body->shapes[j]))
            grows = reached[j] = TRUE;
    }

  for (guint32 i = 0; i < body->n; i++)
    if (body->nodes[i] == node && body->shapes[i].role != CW_ROLE_CAVITY)
      g_assert_true (reached[i]);
}

static CwPassive
make (CwPassiveForm form, const CwTechnology *technology)
{
  CwPassive passive;

  cw_passive_init (&passive, form, technology);
  passive.name = g_ref_string_new_intern ("L1");
  return passive;
}

static void
test_every_form_is_drawn (void)
{
  static const CwAngle angles[] = { 0, CW_ANGLE_90, 37500000, 271 * CW_DEGREE };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (3);
  CwItemContext context = { technology, NULL };
  const CwId ids[]
      = { cw_id_new (CW_ITEM_NET, 7), cw_id_new (CW_ITEM_NET, 8), cw_id_new (CW_ITEM_NET, 9) };

  for (guint form = 0; form < CW_N_PASSIVE_FORMS; form++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (angles); i++)
      {
        guint32 n_terminals = cw_passive_form_get_n_terminals (form);
        g_autoptr (CwNets) nets = cw_nets_new (ids, n_terminals);
        CwPassive passive = make (form, technology);
        Body body;

        passive.at = CW_POINT (1234567, -7654321);
        passive.angle = angles[i / 2];
        passive.mirror = i % 2;
        passive.nets = nets;
        assert_valid (&cw_passive_class, &passive, &context);
        body_take (&body, &passive, &context);
        for (guint32 k = 0; k < body.n; k++)
          {
            guint32 terminal = MIN (body.nodes[k], n_terminals - 1);
            CwId net = body.shapes[k].role == CW_ROLE_CAVITY ? CW_ID_NONE : ids[terminal];

            g_assert_cmpuint (body.shapes[k].net, ==, net);
            g_assert_cmpint (body.shapes[k].role == CW_ROLE_TERMINAL, ==,
                             k < cw_passive_class.count_nodes (&passive));
          }
        for (guint32 k = 0; k < cw_passive_class.count_nodes (&passive); k++)
          {
            g_assert_cmpuint (body.nodes[k], ==, k);
            /* but for the resonators of a hairpin filter, which nothing touches */
            if (form != CW_FORM_HAIRPIN)
              assert_connected (&body, k);
          }
        body_drop (&body);
      }
}

/* a capacitor's plates and combs, a line and its ground never touch */
static void
test_insulated_parts_stay_apart (void)
{
  static const struct
  {
    CwPassiveForm form;
    guint32 a, b;
  } rows[] = {
    { CW_FORM_PLATES, 0, 1 },    { CW_FORM_INTERDIGITAL, 0, 1 }, { CW_FORM_MICROSTRIP, 0, 2 },
    { CW_FORM_COPLANAR, 0, 2 },  { CW_FORM_COPLANAR, 1, 3 },     { CW_FORM_COPLANAR, 2, 3 },
    { CW_FORM_STRIPLINE, 0, 2 }, { CW_FORM_STRIPLINE, 2, 3 },    { CW_FORM_LOW_PASS, 1, 2 },
    { CW_FORM_LOW_PASS, 0, 2 },  { CW_FORM_HAIRPIN, 0, 1 },
  };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (3);
  CwItemContext context = { technology, NULL };

  for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
    {
      CwPassive passive = make (rows[row].form, technology);
      Body body;

      body_take (&body, &passive, &context);
      for (guint32 i = 0; i < body.n; i++)
        for (guint32 j = 0; j < body.n; j++)
          if (body.nodes[i] == rows[row].a && body.nodes[j] == rows[row].b
              && body.shapes[i].level == body.shapes[j].level)
            g_assert_false (cw_shape_is_nearer_than (&body.shapes[i], &body.shapes[j],
                                                     passive.values[CW_PARAMETER_SPACE], NULL));
      body_drop (&body);
    }
}

/* no turn of a spiral comes nearer to another than the space between them, but for rounding */
static void
test_turns_keep_their_distance (void)
{
  static const CwPassiveForm forms[]
      = { CW_FORM_SQUARE_SPIRAL, CW_FORM_OCTAGON_SPIRAL, CW_FORM_ROUND_SPIRAL };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwItemContext context = { technology, NULL };

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      CwPassive passive = make (forms[f], technology);
      guint32 turn = forms[f] == CW_FORM_SQUARE_SPIRAL    ? 4
                     : forms[f] == CW_FORM_OCTAGON_SPIRAL ? 8
                                                          : 2;
      guint32 last = G_MAXUINT32;
      Body body;

      passive.values[CW_PARAMETER_COUNT] = 5;
      passive.values[CW_PARAMETER_WIDTH] = 10007;
      passive.values[CW_PARAMETER_SPACE] = 10010;
      body_take (&body, &passive, &context);
      for (guint32 i = 2; i < body.n && last == G_MAXUINT32; i++)
        if (body.shapes[i].role != CW_ROLE_PASSIVE)
          last = i;
      for (guint32 i = 2; i < last; i++)
        for (guint32 j = i + turn / 2 + 2; j < last; j++)
          g_assert_false (cw_shape_is_nearer_than (&body.shapes[i], &body.shapes[j],
                                                   passive.values[CW_PARAMETER_SPACE] - 4, NULL));
      body_drop (&body);
    }
}

static void
test_turned_devices_are_the_same (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (3);

  for (guint form = 0; form < CW_N_PASSIVE_FORMS; form++)
    {
      CwPassive passive = make (form, technology);
      CwBox box = cw_passive_get_keep_out (&passive, technology);
      CwTransform transform;
      CwBox turned;
      CwPoint at;
      CwPoint turned_at;
      guint8 level;

      assert_turns_back (&cw_passive_class, &passive);
      g_assert_true (cw_passive_get_terminal (&passive, technology, 1, &at, &level));
      passive.angle = CW_ANGLE_90;
      passive.mirror = TRUE;
      passive.at = CW_POINT (100, 200);
      transform = cw_passive_get_transform (&passive);
      turned = cw_passive_get_keep_out (&passive, technology);
      g_assert_true (cw_box_equal (turned, cw_transform_box (&transform, box)));
      g_assert_true (cw_passive_get_terminal (&passive, technology, 1, &turned_at, &level));
      g_assert_true (cw_point_equal (turned_at, cw_transform_point (&transform, at)));
      g_assert_cmpint (cw_technology_get_level (technology, level)->kind, ==, CW_LEVEL_WIRING);
      g_assert_false (cw_passive_get_terminal (&passive, technology, 3, NULL, NULL));
    }
}

static void
test_vias_are_enclosed (void)
{
  static const CwPassiveForm forms[]
      = { CW_FORM_SQUARE_SPIRAL, CW_FORM_OCTAGON_SPIRAL, CW_FORM_ROUND_SPIRAL, CW_FORM_LOW_PASS };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwItemContext context = { technology, NULL };

  for (guint f = 0; f < G_N_ELEMENTS (forms); f++)
    {
      CwPassive passive = make (forms[f], technology);
      CwCoord needed = cw_technology_get_limit (technology, CW_RULE_ENCLOSURE, passive.level);
      guint n_holes = 0;
      Body body;

      g_assert_cmpint (needed, >, 0);
      body_take (&body, &passive, &context);
      for (guint32 i = 0; i < body.n; i++)
        if (body.shapes[i].role == CW_ROLE_HOLE)
          {
            guint n_lands = 0;

            n_holes++;
            for (guint32 j = 0; j < body.n; j++)
              if (body.shapes[j].kind == CW_SHAPE_DISC && body.shapes[j].role != CW_ROLE_HOLE
                  && cw_point_equal (body.shapes[i].disc.centre, body.shapes[j].disc.centre)
                  && body.shapes[j].disc.diameter >= body.shapes[i].disc.diameter + 2 * needed)
                n_lands++;
            g_assert_cmpuint (n_lands, ==, 2);
          }
      g_assert_cmpuint (n_holes, ==, 2);
      body_drop (&body);
    }
}

static void
test_bad_values_are_refused (void)
{
  static const struct
  {
    CwPassiveForm form;
    CwPassiveParameter parameter;
    CwCoord value;
    const char *message;
  } rows[] = {
    { CW_FORM_BAR, CW_PARAMETER_WIDTH, 0, "passive device width \"0\" is not in 0.1 … 10000 µm" },
    { CW_FORM_BAR, CW_PARAMETER_WIDTH, 20 * CW_MM,
      "passive device width \"20000\" is not in 0.1 … 10000 µm" },
    { CW_FORM_BAR, CW_PARAMETER_LENGTH, CW_UM,
      "passive device length \"1\" is not in 10 … 100000 µm" },
    { CW_FORM_BAR, CW_PARAMETER_COUNT, 3,
      "a passive device of the form \"bar\" has no count, but it is \"3\"" },
    { CW_FORM_MEANDER, CW_PARAMETER_COUNT, 1,
      "number of legs of a meander \"1\" is not in 2 … 1000" },
    { CW_FORM_MEANDER, CW_PARAMETER_SPACE, -5,
      "passive device space \"-0.005\" is not in 0.1 … 10000 µm" },
    { CW_FORM_ROUND_SPIRAL, CW_PARAMETER_COUNT, 101,
      "number of turns of a spiral \"101\" is not in 1 … 100" },
    { CW_FORM_MICROSTRIP, CW_PARAMETER_GROUND, CW_UM,
      "passive device ground width \"1\" is not in 20 … 100000 µm" },
    { CW_FORM_SENSOR, CW_PARAMETER_LENGTH, 200 * CW_UM,
      "passive device length \"200\" is not in 280 … 100000 µm" },
    { CW_FORM_SENSOR, CW_PARAMETER_KEEP_OUT, -1,
      "passive device keep-out \"-0.001\" is not in 0 … 10000 µm" },
  };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwItemContext context = { technology, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwPassive passive = make (rows[i].form, technology);

      if (rows[i].form == CW_FORM_BAR || rows[i].form == CW_FORM_MEANDER)
        passive.values[CW_PARAMETER_WIDTH] = 10 * CW_UM;
      if (rows[i].form == CW_FORM_MICROSTRIP || rows[i].form == CW_FORM_SENSOR)
        passive.values[CW_PARAMETER_WIDTH] = 20 * CW_UM;
      if (rows[i].form == CW_FORM_SENSOR)
        passive.values[CW_PARAMETER_INNER] = 200 * CW_UM;
      passive.values[rows[i].parameter] = rows[i].value;
      assert_refused (&cw_passive_class, &passive, &context, rows[i].message);
      g_assert_true (cw_box_is_empty (cw_passive_get_keep_out (&passive, technology)));
    }
}

static void
test_bad_levels_are_refused (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwTechnology) small = cw_technology_new_default (1);
  CwItemContext context = { technology, NULL };
  CwItemContext small_context = { small, NULL };
  CwPassive passive = make (CW_FORM_PLATES, technology);
  const CwId net = cw_id_new (CW_ITEM_NET, 1);
  g_autoptr (CwNets) nets = cw_nets_new (&net, 1);

  passive.other_level = passive.level;
  assert_refused (&cw_passive_class, &passive, &context,
                  "a passive device of the form \"plates\" needs its other level below its own");
  passive = make (CW_FORM_PLATES, small);
  assert_refused (&cw_passive_class, &passive, &small_context,
                  "a passive device of the form \"plates\" needs a wiring level below its own");
  passive = make (CW_FORM_STRIPLINE, technology);
  assert_refused (&cw_passive_class, &passive, &context,
                  "a passive device of the form \"stripline\" needs a wiring level below its own");
  passive = make (CW_FORM_BAR, technology);
  passive.other_level = passive.level;
  assert_refused (&cw_passive_class, &passive, &context,
                  "a passive device of the form \"bar\" uses no wiring level below its own");
  passive = make (CW_FORM_BAR, technology);
  passive.nets = nets;
  assert_refused (&cw_passive_class, &passive, &context,
                  "passive device \"L1\" has \"1\" nets, but 2 terminals");
}

static void
test_another_form_keeps_what_it_has (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (3);
  CwItemContext context = { technology, NULL };

  for (guint from = 0; from < CW_N_PASSIVE_FORMS; from++)
    for (guint to = 0; to < CW_N_PASSIVE_FORMS; to++)
      {
        CwPassive passive = make (from, technology);

        passive.at = CW_POINT (1, 2);
        if (cw_passive_form_uses (from, CW_PARAMETER_WIDTH))
          passive.values[CW_PARAMETER_WIDTH] += 7;
        if (!cw_passive_is_valid (&passive, technology))
          continue;
        cw_passive_set_form (&passive, to, technology);
        assert_valid (&cw_passive_class, &passive, &context);
        g_assert_cmpint (passive.at.y, ==, 2);
      }
}

static void
test_lengths (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwPassive bar = make (CW_FORM_BAR, technology);
  CwPassive meander = make (CW_FORM_MEANDER, technology);
  CwPassive square = make (CW_FORM_SQUARE_SPIRAL, technology);
  CwPassive plates = make (CW_FORM_PLATES, technology);
  CwCoord pitch = meander.values[CW_PARAMETER_WIDTH] + meander.values[CW_PARAMETER_SPACE];

  meander.values[CW_PARAMETER_COUNT] = 4;
  g_assert_cmpfloat (cw_passive_get_length (&bar, technology), ==, bar.values[CW_PARAMETER_LENGTH]);
  g_assert_cmpfloat (
      cw_passive_get_length (&meander, technology), ==,
      4.0 * (meander.values[CW_PARAMETER_LENGTH] - meander.values[CW_PARAMETER_WIDTH])
          + 3.0 * pitch);
  g_assert_cmpuint (cw_passive_get_n_corners (&meander), ==, 6);
  g_assert_cmpuint (cw_passive_get_n_corners (&square), ==, 13);
  g_assert_cmpfloat (cw_passive_get_length (&square, technology), >,
                     3 * 4.0 * square.values[CW_PARAMETER_INNER]);
  g_assert_cmpfloat (cw_passive_get_underpass_length (&square, technology), >,
                     square.values[CW_PARAMETER_INNER]);
  g_assert_cmpfloat (cw_passive_get_length (&plates, technology), ==, 0);
  g_assert_cmpfloat (cw_passive_get_underpass_length (&plates, technology), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/passive/every-form-is-drawn", test_every_form_is_drawn);
  g_test_add_func ("/model/package/passive/insulated-parts-stay-apart",
                   test_insulated_parts_stay_apart);
  g_test_add_func ("/model/package/passive/turns-keep-their-distance",
                   test_turns_keep_their_distance);
  g_test_add_func ("/model/package/passive/turned-devices-are-the-same",
                   test_turned_devices_are_the_same);
  g_test_add_func ("/model/package/passive/vias-are-enclosed", test_vias_are_enclosed);
  g_test_add_func ("/model/package/passive/bad-values-are-refused", test_bad_values_are_refused);
  g_test_add_func ("/model/package/passive/bad-levels-are-refused", test_bad_levels_are_refused);
  g_test_add_func ("/model/package/passive/another-form-keeps-what-it-has",
                   test_another_form_keeps_what_it_has);
  g_test_add_func ("/model/package/passive/lengths", test_lengths);

  return g_test_run ();
}
