/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology.h"

/* A plain organic substrate with thin-film wiring over it: a stack put together from
 * published figures, not one that somebody has qualified. */

typedef struct
{
  const char *name;
  CwMaterialClass klass;
  guint32 colour;
  CwHatch hatch;
  gint32 permittivity;
  gint32 loss_tangent;
  gint32 expansion;
  gint32 modulus;
  gint32 conductivity;
  CwMaterialGroup group;
} Material;

/* Order of the table below. What no source gives is 0. */
enum
{
  BT_CORE,
  DIE_ATTACH_FILM,
  SILICON,
  EPOXY,
  ALUMINIUM,
  POLYIMIDE,
  COPPER,
  SAC305,
};

static const Material materials[] = {
  [BT_CORE] = { "BT core", CW_MATERIAL_CORE, 0xa8a468, CW_HATCH_CROSS, 4400, 20000, 14500, 0, 200,
                CW_GROUP_ORGANIC },
  [DIE_ATTACH_FILM] = { "Die attach film", CW_MATERIAL_ADHESIVE, 0xd9b36c, CW_HATCH_NONE },
  [SILICON] = { "Silicon", CW_MATERIAL_SEMICONDUCTOR, 0x7d8ea6, CW_HATCH_DIAGONAL, 11900, 0, 2600,
                0, 148000 },
  [EPOXY] = { "Epoxy mould compound", CW_MATERIAL_FILLING, 0x4b5058, CW_HATCH_DOTS, 0, 0, 0, 11700,
              620, CW_GROUP_EPOXY },
  [ALUMINIUM] = { "Aluminium", CW_MATERIAL_METAL, 0xc3cad2, CW_HATCH_NONE, 0, 0, 23500, 0, 208000 },
  [POLYIMIDE] = { "Polyimide", CW_MATERIAL_DIELECTRIC, 0xe8c97a, CW_HATCH_NONE, 3400, 4000, 0, 0,
                  150, CW_GROUP_POLYIMIDE },
  [COPPER]
  = { "Copper", CW_MATERIAL_METAL, 0xc9743a, CW_HATCH_BACK_DIAGONAL, 0, 0, 17700, 130000, 401000 },
  [SAC305] = { "SAC305", CW_MATERIAL_SOLDER, 0xaab4be, CW_HATCH_NONE, 0, 0, 21000, 0, 58000 },
};

static void
add_material (CwTechnology *self, const Material *material)
{
  g_autoptr (GError) error = NULL;
  CwMaterial added = { .name = g_ref_string_new_intern (material->name),
                       .klass = material->klass,
                       .colour = material->colour,
                       .hatch = material->hatch,
                       .permittivity = material->permittivity,
                       .loss_tangent = material->loss_tangent,
                       .expansion = material->expansion,
                       .modulus = material->modulus,
                       .conductivity = material->conductivity,
                       .group = material->group };

  cw_technology_add_material (self, &added, &error);
  g_assert_no_error (error);
  g_ref_string_release (added.name);
}

/* @ordinal is appended to the name unless it is 0 */
static guint8
add_level (CwTechnology *self, const char *name, guint ordinal, CwLevelKind kind, guint8 material,
           CwCoord thickness)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *numbered = ordinal > 0 ? g_strdup_printf ("%s%u", name, ordinal) : NULL;
  CwLevel level = { .name = g_ref_string_new_intern (numbered != NULL ? numbered : name),
                    .kind = kind,
                    .material = material,
                    .thickness = thickness };

  cw_technology_add_level (self, &level, &error);
  g_assert_no_error (error);
  g_ref_string_release (level.name);

  return (guint8) (cw_technology_get_n_levels (self) - 1);
}

static void
add_rule (CwTechnology *self, const char *name, CwRuleKind kind, CwCoord value, guint8 level,
          const char *source)
{
  g_autoptr (GError) error = NULL;
  CwRule rule = { .name = g_ref_string_new_intern (name),
                  .kind = kind,
                  .value = value,
                  .level = level,
                  .net_class = CW_NET_ANY,
                  .severity = CW_SEVERITY_ERROR,
                  .source = g_ref_string_new_intern (source) };

  cw_technology_add_rule (self, &rule, &error);
  g_assert_no_error (error);
  g_ref_string_release (rule.name);
  g_ref_string_release (rule.source);
}

/**
 * cw_technology_new_default:
 * @n_wiring_levels: how many wiring levels, 1 … %CW_MAX_WIRING_LEVELS
 *
 * Makes a technology to begin with: an organic substrate of 350 µm with the dies
 * glued to it and filled around to their active surface, that many wiring levels of 5 µm copper
 * each over 7 µm of polyimide, 8 µm of passivation and SAC305 balls 204 µm high. Its rules are
 * those of a wafer-level package with balls at 0.4 mm, published by Amkor with the sky130 open
 * process design kit (google/skywater-pdk, docs/rules/wlcsp/amkor.csv).
 *
 * Returns: (transfer full): the technology
 */
CwTechnology *
cw_technology_new_default (guint n_wiring_levels)
{
  CwTechnology *self;
  guint8 pad;
  guint8 passivation;

  g_return_val_if_fail (1 <= n_wiring_levels && n_wiring_levels <= CW_MAX_WIRING_LEVELS, NULL);

  self = cw_technology_new ("Fan-out on organic substrate");
  for (guint i = 0; i < G_N_ELEMENTS (materials); i++)
    add_material (self, &materials[i]);

  add_level (self, "SUBSTRATE", 0, CW_LEVEL_SUBSTRATE, BT_CORE, 350 * CW_UM);
  add_level (self, "ADHESIVE", 0, CW_LEVEL_ADHESIVE, DIE_ATTACH_FILM, 20 * CW_UM);
  add_level (self, "DIE", 0, CW_LEVEL_DIE, EPOXY, 150 * CW_UM);
  pad = add_level (self, "PAD", 0, CW_LEVEL_PAD, ALUMINIUM, 1 * CW_UM);
  for (guint i = 1; i <= n_wiring_levels; i++)
    {
      add_level (self, "D", i, CW_LEVEL_DIELECTRIC, POLYIMIDE, 7 * CW_UM);
      add_level (self, "RDL", i, CW_LEVEL_WIRING, COPPER, 5 * CW_UM);
    }
  passivation = add_level (self, "PASS", 0, CW_LEVEL_PASSIVATION, POLYIMIDE, 8 * CW_UM);
  add_level (self, "BALL", 0, CW_LEVEL_BALL, SAC305, 204 * CW_UM);

  add_rule (self, "rdl.1", CW_RULE_WIDTH, 10 * CW_UM, CW_LEVEL_NONE,
            "Amkor WLCSP 400, rdl.1, open deck in sky130");
  add_rule (self, "rdl.2", CW_RULE_CLEARANCE, 10 * CW_UM, CW_LEVEL_NONE,
            "Amkor WLCSP 400, rdl.2, open deck in sky130");
  add_rule (self, "rdl.3", CW_RULE_ENCLOSURE, 10 * CW_UM, CW_LEVEL_NONE,
            "Amkor WLCSP 400, rdl.3, open deck in sky130");
  add_rule (self, "pi1.3", CW_RULE_ENCLOSURE, 7500 * CW_NM, pad,
            "Amkor WLCSP 400, pi1.3, open deck in sky130");
  add_rule (self, "ubm.4", CW_RULE_ENCLOSURE, 10 * CW_UM, passivation,
            "Amkor WLCSP 400, ubm.4, open deck in sky130");
  add_rule (self, "short", CW_RULE_SHORT, 0, CW_LEVEL_NONE,
            "Metal of different nets must not touch");
  add_rule (self, "open", CW_RULE_OPEN, 0, CW_LEVEL_NONE, "A net must be in one piece");
  add_rule (self, "die-outside", CW_RULE_DIE_OUTSIDE, 0, CW_LEVEL_NONE,
            "A die must lie inside the package outline");

  return self;
}
