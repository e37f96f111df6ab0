/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/random-design.h"

#define SIZE 600000 /* [nm] */
#define N_NETS 7

CwTechnology *
random_technology_new (GRand *random)
{
  const TestRule rules[] = {
    { CW_RULE_WIDTH, g_rand_int_range (random, 3000, 9000), CW_LEVEL_NONE, CW_NET_ANY },
    { CW_RULE_WIDTH, 9000, RDL2, CW_NET_POWER },
    { CW_RULE_CLEARANCE, g_rand_int_range (random, 3000, 12000), CW_LEVEL_NONE, CW_NET_ANY },
    { CW_RULE_CLEARANCE, 15000, RDL1, CW_NET_POWER },
    { CW_RULE_CLEARANCE, 5000, PAD_LEVEL, CW_NET_ANY },
    { CW_RULE_ENCLOSURE, g_rand_int_range (random, 2000, 6000), CW_LEVEL_NONE, CW_NET_ANY },
    { CW_RULE_ENCLOSURE, 4000, PAD_LEVEL, CW_NET_ANY },
    { CW_RULE_ENCLOSURE, 7000, PASSIVATION, CW_NET_ANY },
    { CW_RULE_SHORT, 0, CW_LEVEL_NONE, CW_NET_ANY },
    { CW_RULE_OPEN, 0, CW_LEVEL_NONE, CW_NET_ANY },
    { CW_RULE_DIE_OUTSIDE, 0, CW_LEVEL_NONE, CW_NET_ANY },
  };

  return test_technology_new (rules, G_N_ELEMENTS (rules));
}

/* often on a coarse grid, so that shapes touch exactly */
static CwCoord
pick_coord (GRand *random)
{
  CwCoord at = g_rand_int_range (random, -SIZE / 2, SIZE / 2);

  return g_rand_int_range (random, 0, 3) > 0 ? at / 5000 * 5000 : at;
}

static CwPoint
pick_point (GRand *random)
{
  CwCoord x = pick_coord (random);

  return CW_POINT (x, pick_coord (random));
}

/* the nets come first, so their numbers are known */
static CwId
pick_net (GRand *random)
{
  gint32 number = g_rand_int_range (random, 0, N_NETS + 1);

  return number == 0 ? CW_ID_NONE : cw_id_new (CW_ITEM_NET, (guint32) number);
}

static void
add_trace (GRand *random, CwEdit *edit, gboolean exact)
{
  CwVertex vertices[5] = { { pick_point (random), 0 } };
  guint n = (guint) g_rand_int_range (random, 2, 6);
  CwTrace trace
      = { .width = g_rand_int_range (random, 2, 13) * 1000 + g_rand_int_range (random, 0, 2),
          .net = pick_net (random),
          .level = g_rand_boolean (random) ? RDL1 : RDL2 };
  g_autoptr (CwPath) path = NULL;

  for (guint i = 1; i < n; i++)
    {
      CwCoord by = g_rand_int_range (random, 1, 12) * 5000;
      CwCoord sign = g_rand_boolean (random) ? by : -by;

      vertices[i].at = vertices[i - 1].at;
      switch (g_rand_int_range (random, 0, 4))
        {
        case 0:
          vertices[i].at.x += sign;
          break;
        case 1:
          vertices[i].at.y += sign;
          break;
        case 2:
          vertices[i].at = cw_point_add (vertices[i].at, CW_POINT (by, sign));
          break;
        default:
          vertices[i].at = cw_point_add (vertices[i].at,
                                         CW_POINT (g_rand_int_range (random, 1, 90000), sign / 3));
          break;
        }
      if (!exact && g_rand_int_range (random, 0, 5) == 0)
        vertices[i - 1].sweep = g_rand_int_range (random, 10, 270) * CW_DEGREE;
    }

  trace.path = path = cw_path_new (vertices, n);
  cw_edit_add_trace (edit, &trace, NULL);
}

static void
add_via (GRand *random, CwEdit *edit)
{
  guint which = (guint) g_rand_int_range (random, 0, 4);
  CwPoint at = pick_point (random);
  CwCoord hole = g_rand_int_range (random, 4, 16) * 1000;

  test_add_via (edit, which <= 1 ? PAD_LEVEL : RDL1, which == 0 ? RDL1 : RDL2, pick_net (random),
                at.x, at.y, hole, hole + g_rand_int_range (random, 0, 16) * 1000);
}

static void
add_bonding_pad (GRand *random, CwEdit *edit, gboolean exact)
{
  static const CwAngle angles[] = { 0, 90 * CW_DEGREE, 45 * CW_DEGREE, 33300000 };
  CwCoord width = g_rand_int_range (random, 3, 30) * 2000;
  CwCoord height = g_rand_int_range (random, 3, 30) * 2000;
  CwPadFormKind kind = exact ? (CwPadFormKind) g_rand_int_range (random, 0, 2)
                             : (CwPadFormKind) g_rand_int_range (random, 0, CW_N_PAD_FORM_KINDS);
  gboolean is_even = kind == CW_PAD_ROUND || kind == CW_PAD_OCTAGON;
  CwBondingPad pad = { .name = g_ref_string_new (""),
                       .at = pick_point (random),
                       .angle = angles[g_rand_int_range (random, 0, exact ? 2 : 4)],
                       .land = { kind, width, is_even ? width : height },
                       .net = pick_net (random),
                       .level = RDL2 };
  CwCoord smaller = g_rand_int_range (random, 0, 5) * 3000;

  pad.opening = pad.land;
  pad.opening.width = MAX (pad.land.width - smaller, 1000);
  pad.opening.height = MAX (pad.land.height - smaller, 1000);
  cw_edit_add_bonding_pad (edit, &pad, NULL);
  g_ref_string_release (pad.name);
}

static void
add_die (GRand *random, CwEdit *edit, guint number, gboolean exact)
{
  g_autofree char *name = g_strdup_printf ("U%u", number);
  CwPoint pads[6];
  CwId nets[6];
  CwPoint at = pick_point (random);
  CwId id;
  CwDie die;

  for (guint i = 0; i < G_N_ELEMENTS (pads); i++)
    {
      pads[i] = CW_POINT ((CwCoord) (i % 3) * 60000 - 60000, (CwCoord) (i / 3) * 60000 - 30000);
      nets[i] = pick_net (random);
    }
  id = test_add_die (edit, name, at.x, at.y, 200000, pads, nets, G_N_ELEMENTS (pads));
  die = *(const CwDie *) cw_edit_get_item (edit, id);
  die.angle = g_rand_int_range (random, 0, 4) * CW_ANGLE_90;
  die.mirror = g_rand_boolean (random) ? 1 : 0;
  if (!exact && g_rand_int_range (random, 0, 3) == 0)
    die.angle = g_rand_int_range (random, 0, 360) * CW_DEGREE;
  cw_edit_set_die (edit, id, &die, NULL);
}

static void
add_text (GRand *random, CwEdit *edit)
{
  CwText text = { .text = g_ref_string_new ("Ab"),
                  .at = pick_point (random),
                  .height = 30000,
                  .width = 4000,
                  .level = RDL1 };

  cw_edit_add_text (edit, &text, NULL);
  g_ref_string_release (text.text);
}

static void
add_bus (GRand *random, CwEdit *edit, gboolean exact)
{
  CwPoint at = pick_point (random);
  CwPoint corners[] = { at,
                        { at.x + g_rand_int_range (random, 10, 60) * 2000, at.y },
                        { at.x, at.y + g_rand_int_range (random, 10, 60) * 2000 } };
  g_autoptr (CwPath) box = cw_path_new_box (cw_box_from_points (corners[1], corners[2]));
  g_autoptr (CwPath) triangle = cw_path_new_points (corners, G_N_ELEMENTS (corners));
  CwBus bus = { .path = exact ? box : triangle,
                .width = g_rand_int_range (random, 4, 12) * 1000,
                .net = pick_net (random),
                .kind = (guint8) g_rand_int_range (random, 0, CW_N_BUS_KINDS),
                .level = g_rand_boolean (random) ? RDL1 : RDL2 };

  bus.pitch = bus.width + g_rand_int_range (random, 3, 20) * 2000;
  bus.reach = bus.kind == CW_BUS_SPINE ? 20000 : 0;
  cw_edit_add_bus (edit, &bus, NULL);
}

static CwNets *
pick_nets (GRand *random, CwPassiveForm form)
{
  CwId nets[3];

  for (guint i = 0; i < G_N_ELEMENTS (nets); i++)
    nets[i] = pick_net (random);
  return cw_nets_new (nets, cw_passive_form_get_n_terminals (form));
}

/* what needs three wiring levels is refused */
static void
add_passive (GRand *random, CwEdit *edit, gboolean exact)
{
  static guint n_names = 0;
  CwPassiveForm form = (CwPassiveForm) g_rand_int_range (random, 0, CW_N_PASSIVE_FORMS);
  g_autoptr (CwNets) nets = pick_nets (random, form);
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autofree char *name = g_strdup_printf ("P%u", ++n_names);
  CwPassive passive;

  if (exact && (form == CW_FORM_ROUND_SPIRAL || form == CW_FORM_OCTAGON_SPIRAL))
    form = CW_FORM_SQUARE_SPIRAL;
  cw_passive_init (&passive, form, technology);
  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (i != CW_PARAMETER_COUNT && passive.values[i] > 0)
      passive.values[i] = passive.values[i] / 4000 * 2000 + g_rand_int_range (random, 0, 4) * 2000;
  if (passive.values[CW_PARAMETER_COUNT] > 0)
    passive.values[CW_PARAMETER_COUNT] = g_rand_int_range (random, 1, 4);
  if (passive.values[CW_PARAMETER_INNER] > 0)
    passive.values[CW_PARAMETER_INNER] += 40000;
  passive.name = g_ref_string_new (name);
  passive.at = pick_point (random);
  passive.angle = g_rand_int_range (random, 0, 4) * CW_ANGLE_90;
  passive.mirror = g_rand_boolean (random);
  if (!exact && g_rand_int_range (random, 0, 3) == 0)
    passive.angle = g_rand_int_range (random, 0, 360) * CW_DEGREE;
  passive.nets = g_rand_int_range (random, 0, 4) > 0 ? nets : NULL;
  cw_edit_add_passive (edit, &passive, NULL);
  g_ref_string_release (passive.name);
}

static void
add_item (GRand *random, CwEdit *edit, gboolean exact)
{
  guint which = (guint) g_rand_int_range (random, 0, 22);

  if (which == 20)
    add_bus (random, edit, exact);
  if (which == 21)
    add_passive (random, edit, exact);
  if (which >= 20)
    return;

  if (which < 9)
    add_trace (random, edit, exact);
  else if (which < 15)
    add_via (random, edit);
  else if (which < 19)
    add_bonding_pad (random, edit, exact);
  else
    add_text (random, edit);
}

CwDesign *
random_design_new (GRand *random, guint n_items, gboolean exact)
{
  g_autoptr (CwTechnology) technology = random_technology_new (random);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (-SIZE / 2, -SIZE / 2, SIZE / 2, SIZE / 2));
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);
  CwEdit *edit = cw_edit_new (empty);

  for (guint i = 1; i <= N_NETS; i++)
    {
      g_autofree char *name = g_strdup_printf ("n%u", i);

      test_add_net (edit, name, (CwNetClass) g_rand_int_range (random, 0, CW_N_NET_CLASSES));
    }
  for (guint i = 1; i <= 2; i++)
    add_die (random, edit, i, exact);
  for (guint i = 0; i < n_items; i++)
    add_item (random, edit, exact);
  return test_finish (edit);
}

typedef struct
{
  CwId ids[1000];
  guint n_ids;
} Ids;

static gboolean
note_id (CwId id, gconstpointer item, gpointer user_data)
{
  Ids *ids = user_data;

  if (ids->n_ids < G_N_ELEMENTS (ids->ids))
    ids->ids[ids->n_ids++] = id;
  return TRUE;
}

static void
change_net_of (GRand *random, CwEdit *edit, CwId id)
{
  union
  {
    CwTrace trace;
    CwVia via;
    CwBondingPad pad;
    CwDie die;
    CwBus bus;
    CwPassive passive;
  } item;

  switch (cw_id_get_kind (id))
    {
    case CW_ITEM_TRACE:
      item.trace = *(const CwTrace *) cw_edit_get_item (edit, id);
      item.trace.net = pick_net (random);
      item.trace.width = g_rand_int_range (random, 2000, 14000);
      cw_edit_set_trace (edit, id, &item.trace, NULL);
      break;

    case CW_ITEM_VIA:
      item.via = *(const CwVia *) cw_edit_get_item (edit, id);
      item.via.net = pick_net (random);
      cw_edit_set_via (edit, id, &item.via, NULL);
      break;

    case CW_ITEM_BONDING_PAD:
      item.pad = *(const CwBondingPad *) cw_edit_get_item (edit, id);
      item.pad.net = pick_net (random);
      cw_edit_set_bonding_pad (edit, id, &item.pad, NULL);
      break;

    case CW_ITEM_DIE:
      {
        CwId nets[6];
        g_autoptr (CwNets) shared = NULL;

        for (guint i = 0; i < G_N_ELEMENTS (nets); i++)
          nets[i] = pick_net (random);
        item.die = *(const CwDie *) cw_edit_get_item (edit, id);
        if (item.die.nets->n_nets != G_N_ELEMENTS (nets))
          break;
        item.die.nets = shared = cw_nets_new (nets, G_N_ELEMENTS (nets));
        cw_edit_set_die (edit, id, &item.die, NULL);
        break;
      }

    case CW_ITEM_BUS:
      item.bus = *(const CwBus *) cw_edit_get_item (edit, id);
      item.bus.net = pick_net (random);
      cw_edit_set_bus (edit, id, &item.bus, NULL);
      break;

    case CW_ITEM_PASSIVE:
      {
        g_autoptr (CwNets) nets = NULL;

        item.passive = *(const CwPassive *) cw_edit_get_item (edit, id);
        nets = pick_nets (random, item.passive.form);
        item.passive.nets = nets;
        cw_edit_set_passive (edit, id, &item.passive, NULL);
        break;
      }

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_TEXT:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_N_ITEM_KINDS:
    default:
      break;
    }
}

static void
change_rarely (GRand *random, CwEdit *edit)
{
  CwId net_id = cw_id_new (CW_ITEM_NET, (guint32) g_rand_int_range (random, 1, N_NETS + 1));
  CwId type_id = cw_id_new (CW_ITEM_DIE_TYPE, (guint32) g_rand_int_range (random, 1, 3));
  CwNet net = *(const CwNet *) cw_edit_get_item (edit, net_id);
  CwDieType type = *(const CwDieType *) cw_edit_get_item (edit, type_id);
  g_autoptr (CwPath) outline = NULL;
  g_autoptr (CwTechnology) technology = NULL;

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
    case 1:
      net.net_class = (CwNetClass) g_rand_int_range (random, 0, CW_N_NET_CLASSES);
      cw_edit_set_net (edit, net_id, &net, NULL);
      break;

    case 2:
    case 3:
      type.body = cw_box_grow (type.body, g_rand_int_range (random, -2, 3) * 1000);
      cw_edit_set_die_type (edit, type_id, &type, NULL);
      break;

    case 4:
    case 5:
      outline = cw_path_new_box (cw_box_grow (CW_BOX (-SIZE / 2, -SIZE / 2, SIZE / 2, SIZE / 2),
                                              g_rand_int_range (random, -100000, 100000)));
      cw_edit_set_outline (edit, outline, NULL);
      break;

    default:
      technology = random_technology_new (random);
      cw_edit_set_technology (edit, technology, NULL);
      break;
    }
}

/* one change, or a few at once; one that is refused changes nothing */
void
random_design_change (GRand *random, CwEdit *edit, const CwDesign *design, gboolean exact)
{
  g_autofree Ids *ids = g_new0 (Ids, 1);
  guint n = g_rand_int_range (random, 0, 8) == 0 ? 5 : 1;

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    cw_design_foreach (design, kind, note_id, ids);

  for (guint i = 0; i < n && ids->n_ids > 0; i++)
    {
      CwId id = ids->ids[g_rand_int_range (random, 0, (gint32) ids->n_ids)];
      CwTransform by = CW_TRANSFORM_IDENTITY;
      guint which = (guint) g_rand_int_range (random, 0, 100);

      if (cw_edit_get_item (edit, id) == NULL)
        continue;
      by.offset = CW_POINT (g_rand_int_range (random, -8, 9) * 2500,
                            g_rand_int_range (random, -8, 9) * 2500);
      if (which < 50)
        cw_edit_transform (edit, id, &by, NULL);
      else if (which < 65)
        change_net_of (random, edit, id);
      else if (which < 78)
        cw_edit_remove (edit, id, NULL);
      else if (which < 94)
        add_item (random, edit, exact);
      else
        change_rarely (random, edit);
    }
}
