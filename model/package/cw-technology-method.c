/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology-private.h"

/* Technologies of the three methods on the four kinds of substrate. The stacks are put together
 * from published figures, none of them is one that somebody has qualified. Thicknesses without a
 * source are this program's own and say so below. */

typedef struct
{
  const char *name;
  CwMaterialClass klass;
  CwMaterialGroup group;
  guint32 colour;
  CwHatch hatch;
  gint32 permittivity;
  gint32 loss_tangent;
  gint32 expansion;
  gint32 modulus;
  gint32 conductivity;
  gint32 resistivity;
  gint32 cure;
  gint32 limit;
} Material;

/* Order of the table below. What no source gives is 0: not known. */
enum
{
  BT_CORE,
  MOULDED_POLYMER,
  COPPER_PLATE,
  GLASS,
  ORGANIC_SHEET,
  ORGANIC_MATERIAL,
  DIE_ATTACH_FILM,
  BOND_FILM,
  RELEASE_FILM,
  SILICON,
  EPOXY,
  POLYMER,
  ALUMINIUM,
  POLYIMIDE,
  BENZOCYCLOBUTENE,
  POROUS,
  STRESS_BUFFER,
  COPPER,
  VIA_PASTE,
  UNDER_BUMP_METAL,
  SAC305,
  TIN_LEAD,
};

/* Sources. BT core, silicon, epoxy, aluminium: thermal tables of Diemat and the Intel Packaging
 * Databook, as in cw-technology-default.c. Copper plate: oxygen-free copper, topline.tv, from there
 * the resistivity of all copper. Glass, from a study of vias through glass: 3.3 ppm/K, 64 GPa,
 * 1.2 W/m·K. Organic sheet: flexible polyimide film, JITX stack-up. Polyimide: as the sheet, with
 * modulus, cure and glass transition of a low-temperature one, Polymers 15(4):973 (2023).
 * Benzocyclobutene: ε, tan δ, expansion (middle of 42 … 52) and cure from one weak source. Via paste:
 * CB100, PMC7340094 table VI. SAC305: resistivity alasir.com, solidus 217 °C, reflow 260 °C of the
 * IHP open deck. Tin-lead: 63/37, melts at 183 °C. A porous dielectric has no common figures, nor
 * have a stress buffer, a moulded polymer, the films and the under-bump metal: the user gives them. */
static const Material materials[] = {
  [BT_CORE] = { "BT core", CW_MATERIAL_CORE, CW_GROUP_ORGANIC, 0xa8a468, CW_HATCH_CROSS, 4400,
                20000, 14500, 0, 200, 0, 0, 0 },
  [MOULDED_POLYMER]
  = { "Moulded polymer", CW_MATERIAL_CORE, CW_GROUP_ORGANIC, 0x8f9a5c, CW_HATCH_CROSS },
  [COPPER_PLATE] = { "Copper plate", CW_MATERIAL_METAL, CW_GROUP_NONE, 0xb5673a,
                     CW_HATCH_HORIZONTAL, 0, 0, 17000, 115000, 400000, 1720, 0, 0 },
  [GLASS] = { "Glass", CW_MATERIAL_CORE, CW_GROUP_GLASS, 0xbfe3e0, CW_HATCH_DIAGONAL, 0, 0, 3300,
              64000, 1200, 0, 0, 0 },
  [ORGANIC_SHEET] = { "Organic sheet", CW_MATERIAL_DIELECTRIC, CW_GROUP_ORGANIC, 0xd8b45f,
                      CW_HATCH_BACK_DIAGONAL, 3400, 4000, 0, 0, 150, 0, 0, 0 },
  [ORGANIC_MATERIAL] = { "Organic material", CW_MATERIAL_DIELECTRIC, CW_GROUP_ORGANIC_MATERIAL,
                         0xcfa95c, CW_HATCH_BACK_DIAGONAL },
  [DIE_ATTACH_FILM]
  = { "Die attach film", CW_MATERIAL_ADHESIVE, CW_GROUP_NONE, 0xd9b36c, CW_HATCH_NONE },
  [BOND_FILM] = { "Bond film", CW_MATERIAL_ADHESIVE, CW_GROUP_NONE, 0xe2c48a, CW_HATCH_NONE },
  [RELEASE_FILM] = { "Release film", CW_MATERIAL_ADHESIVE, CW_GROUP_NONE, 0xe6b8b0, CW_HATCH_DOTS },
  [SILICON] = { "Silicon", CW_MATERIAL_SEMICONDUCTOR, CW_GROUP_NONE, 0x7d8ea6, CW_HATCH_DIAGONAL,
                11900, 0, 2600, 0, 148000, 0, 0, 0 },
  [EPOXY] = { "Epoxy mould compound", CW_MATERIAL_FILLING, CW_GROUP_EPOXY, 0x4b5058, CW_HATCH_DOTS,
              0, 0, 0, 11700, 620, 0, 0, 0 },
  [POLYMER] = { "Polymer filling", CW_MATERIAL_FILLING, CW_GROUP_POLYMER, 0x6a6f8c, CW_HATCH_DOTS },
  [ALUMINIUM] = { "Aluminium", CW_MATERIAL_METAL, CW_GROUP_NONE, 0xc3cad2, CW_HATCH_NONE, 0, 0,
                  23500, 0, 208000, 0, 0, 0 },
  [POLYIMIDE] = { "Polyimide", CW_MATERIAL_DIELECTRIC, CW_GROUP_POLYIMIDE, 0xe8c97a, CW_HATCH_NONE,
                  3400, 4000, 0, 3700, 150, 0, 230000, 282000 },
  [BENZOCYCLOBUTENE] = { "Benzocyclobutene", CW_MATERIAL_DIELECTRIC, CW_GROUP_BENZOCYCLOBUTENE,
                         0xb9cf8b, CW_HATCH_NONE, 2650, 800, 47000, 0, 0, 0, 250000, 0 },
  [POROUS]
  = { "Porous dielectric", CW_MATERIAL_DIELECTRIC, CW_GROUP_POROUS, 0xd5d8b4, CW_HATCH_DOTS },
  [STRESS_BUFFER] = { "Stress buffer", CW_MATERIAL_DIELECTRIC, CW_GROUP_STRESS_BUFFER, 0xd9bfa0,
                      CW_HATCH_HORIZONTAL },
  [COPPER] = { "Copper", CW_MATERIAL_METAL, CW_GROUP_NONE, 0xc9743a, CW_HATCH_BACK_DIAGONAL, 0, 0,
               17700, 130000, 401000, 1720, 0, 0 },
  [VIA_PASTE] = { "Conductive via paste", CW_MATERIAL_METAL, CW_GROUP_NONE, 0xb98a5e,
                  CW_HATCH_CROSS, 0, 0, 27000, 13800, 3500, 0, 0, 0 },
  [UNDER_BUMP_METAL]
  = { "Nickel on copper", CW_MATERIAL_METAL, CW_GROUP_NONE, 0xd0c080, CW_HATCH_DIAGONAL },
  [SAC305] = { "SAC305", CW_MATERIAL_SOLDER, CW_GROUP_NONE, 0xaab4be, CW_HATCH_NONE, 0, 0, 21000, 0,
               58000, 13200, 260000, 217000 },
  [TIN_LEAD] = { "SnPb 63/37", CW_MATERIAL_SOLDER, CW_GROUP_NONE, 0x9ba3ad, CW_HATCH_NONE, 0, 0,
                 24500, 30000, 50000, 14500, 0, 183000 },
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
                       .group = material->group,
                       .resistivity = material->resistivity,
                       .cure = material->cure,
                       .limit = material->limit };

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
                    .thickness = thickness,
                    .deposition
                    = kind == CW_LEVEL_WIRING ? CW_DEPOSITION_ELECTROPLATING : CW_DEPOSITION_NONE };

  cw_technology_add_level (self, &level, &error);
  g_assert_no_error (error);
  g_ref_string_release (level.name);

  return (guint8) (cw_technology_get_n_levels (self) - 1);
}

/* The boards: 200 and 150 µm as published for a laminate core, of the metal and of the moulding
 * ours. Returns how deep a die can be sunk. */
static CwCoord
add_substrate (CwTechnology *self, CwMethod method, CwSubstrateKind substrate)
{
  switch (substrate)
    {
    case CW_SUBSTRATE_CORES:
      add_level (self, "CORE2", 0, CW_LEVEL_SUBSTRATE, BT_CORE, 200 * CW_UM);
      add_level (self, "CORE1", 0, CW_LEVEL_SUBSTRATE, BT_CORE, 150 * CW_UM);
      return 150 * CW_UM;

    case CW_SUBSTRATE_HEAT:
      add_level (self, "HEAT", 0, CW_LEVEL_HEAT, COPPER_PLATE, 200 * CW_UM);
      add_level (self, "SUBSTRATE", 0, CW_LEVEL_SUBSTRATE, BT_CORE, 150 * CW_UM);
      return 150 * CW_UM;

    case CW_SUBSTRATE_MOULDED:
      add_level (self, "SUBSTRATE", 0, CW_LEVEL_SUBSTRATE, MOULDED_POLYMER, 350 * CW_UM);
      return 150 * CW_UM;

    case CW_SUBSTRATE_PLAIN:
    case CW_N_SUBSTRATE_KINDS:
    default:
      add_level (self, "SUBSTRATE", 0, CW_LEVEL_SUBSTRATE, BT_CORE,
                 method == CW_METHOD_A ? 350 * CW_UM : 200 * CW_UM);
      return 0;
    }
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

static void
add_rules (CwTechnology *self, guint8 pad, guint8 passivation)
{
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
}

/**
 * cw_technology_new_method:
 * @method: a process method
 * @substrate: how the substrate is built
 * @n_wiring_levels: how many wiring levels, 1 … %CW_MAX_METHOD_WIRING_LEVELS
 *
 * Makes a technology to begin with, for packages of one of the claims' methods: stack, materials of
 * all the claims' lists, the rules of cw_technology_new_default(), those of
 * cw_technology_add_claim_rules() and the flow of cw_flow_new_template(). In method A a substrate with
 * openings takes dies of 130 µm flush, the active surfaces level with its top; in B and C the dies
 * are ground to 100 µm and lie on top of any substrate. In method B the first wiring level lies on
 * the thin organic level, without a dielectric of its own.
 *
 * Returns: (transfer full): the technology
 */
CwTechnology *
cw_technology_new_method (CwMethod method, CwSubstrateKind substrate, guint n_wiring_levels)
{
  static const char *const names[CW_N_METHODS]
      = { "Face up on organic substrate", "Face down on a sheet that stays",
          "Face down on a carrier" };
  g_autoptr (CwFlow) flow = NULL;
  CwTechnology *self;
  CwCoord depth;
  guint8 pad;
  guint8 passivation;

  g_return_val_if_fail ((guint) method < CW_N_METHODS, NULL);
  g_return_val_if_fail ((guint) substrate < CW_N_SUBSTRATE_KINDS, NULL);
  g_return_val_if_fail (1 <= n_wiring_levels && n_wiring_levels <= CW_MAX_METHOD_WIRING_LEVELS,
                        NULL);

  self = cw_technology_new (names[method]);
  for (guint i = 0; i < G_N_ELEMENTS (materials); i++)
    add_material (self, &materials[i]);

  cw_technology_set_substrate (self, substrate);
  depth = add_substrate (self, method, substrate);
  add_level (self, "ADHESIVE", 0, CW_LEVEL_ADHESIVE, DIE_ATTACH_FILM, 20 * CW_UM);
  if (method == CW_METHOD_A)
    add_level (self, "DIE", 0, CW_LEVEL_DIE, EPOXY, 150 * CW_UM - depth);
  else
    add_level (self, "DIE", 0, CW_LEVEL_DIE, EPOXY, 120 * CW_UM);
  /* in B the pads reach through the bond film: studs of copper, ours */
  if (method == CW_METHOD_B)
    {
      pad = add_level (self, "PAD", 0, CW_LEVEL_PAD, COPPER, 10 * CW_UM);
      add_level (self, "THIN", 0, CW_LEVEL_THIN_ORGANIC, ORGANIC_SHEET, 25 * CW_UM);
    }
  else
    pad = add_level (self, "PAD", 0, CW_LEVEL_PAD, ALUMINIUM, 1 * CW_UM);
  for (guint i = 1; i <= n_wiring_levels; i++)
    {
      if (i > 1 || method != CW_METHOD_B)
        add_level (self, "D", i, CW_LEVEL_DIELECTRIC, POLYIMIDE, 7 * CW_UM);
      add_level (self, "RDL", i, CW_LEVEL_WIRING, COPPER, 5 * CW_UM);
    }
  passivation = add_level (self, "PASS", 0, CW_LEVEL_PASSIVATION, POLYIMIDE, 8 * CW_UM);
  add_level (self, "UBM", 0, CW_LEVEL_UBM, UNDER_BUMP_METAL, 6 * CW_UM);
  add_level (self, "BALL", 0, CW_LEVEL_BALL, SAC305, 204 * CW_UM);

  add_rules (self, pad, passivation);
  cw_technology_add_claim_rules (self);
  flow = cw_flow_new_template (self, method);
  cw_technology_set_flow (self, flow);

  return self;
}
