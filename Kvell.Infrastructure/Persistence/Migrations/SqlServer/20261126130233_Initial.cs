using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Kvell.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AccountingPolicies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    UseKvell = table.Column<bool>(type: "bit", nullable: false),
                    IssueDayBearsInterest = table.Column<bool>(type: "bit", nullable: false),
                    PrintsOnPlainPaper = table.Column<bool>(type: "bit", nullable: false),
                    IdleLockMinutes = table.Column<int>(type: "int", nullable: false),
                    LogBodiesKeptDays = table.Column<int>(type: "int", nullable: false),
                    Blocks = table.Column<int>(type: "int", nullable: false),
                    Firm_Address = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Firm_Name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Firm_Registration = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountingPolicies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FullName = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsBlocked = table.Column<bool>(type: "bit", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "bit", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BankSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Signature = table.Column<int>(type: "int", nullable: false),
                    OpenSslPath = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Branches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpeningCash = table.Column<long>(type: "bigint", nullable: false),
                    CashBalance = table.Column<long>(type: "bigint", nullable: false),
                    CashEntries = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    DocumentPrefix = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Address = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    TimeZoneId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    OpensAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    ClosesAt = table.Column<TimeOnly>(type: "time", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PrintShift_Down = table.Column<decimal>(type: "decimal(4,1)", precision: 4, scale: 1, nullable: false),
                    PrintShift_Right = table.Column<decimal>(type: "decimal(4,1)", precision: 4, scale: 1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Branches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CardVerifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Mask = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardVerifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Changes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Changes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "CheckNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    PledgorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DocumentKey = table.Column<string>(type: "nvarchar(110)", maxLength: 110, nullable: true),
                    Person = table.Column<string>(type: "nvarchar(330)", maxLength: 330, nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IsClear = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChosenCards",
                columns: table => new
                {
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Mask = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    ForgetAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChosenCards", x => x.DraftId);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DocumentCounters",
                columns: table => new
                {
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentCounters", x => new { x.BranchId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "EndedSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EndedSessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FullCostCaps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: false),
                    Percent = table.Column<decimal>(type: "decimal(9,3)", precision: 9, scale: 3, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FullCostCaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GatewayRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TopUpId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AttemptNumber = table.Column<int>(type: "int", nullable: true),
                    SendNumber = table.Column<int>(type: "int", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Succeeded = table.Column<bool>(type: "bit", nullable: false),
                    Method = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Indicator = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SearchDocument = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ErrorCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SearchError = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    DurationMilliseconds = table.Column<int>(type: "int", nullable: true),
                    HttpStatus = table.Column<int>(type: "int", nullable: true),
                    RequestId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    RequestBody = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ResponseBody = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GatewayRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GeneralSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    PrintReceiptByButton = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ChangedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GeneralSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsSingle = table.Column<bool>(type: "bit", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Content = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ContentVersion = table.Column<int>(type: "int", nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MetalPrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Metal = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Fineness = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    PerGram = table.Column<long>(type: "bigint", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MetalPrices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PledgeTickets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Appraisal = table.Column<long>(type: "bigint", nullable: false),
                    LoanAmount = table.Column<long>(type: "bigint", nullable: false),
                    BlankNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgeTickets", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pledgors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Citizenship = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    BirthPlace = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Phone = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Email = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Inn = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Snils = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DocumentKey = table.Column<string>(type: "nvarchar(110)", maxLength: 110, nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(310)", maxLength: 310, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SearchPhone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SearchDocument = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SearchNumber = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Document_IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Document_Issuer = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Document_Kind = table.Column<int>(type: "int", nullable: false),
                    Document_Number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Document_Series = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Document_UnitCode = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Name_First = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Name_Last = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Name_Middle = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pledgors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServerChecks",
                columns: table => new
                {
                    Server = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsGood = table.Column<bool>(type: "bit", nullable: false),
                    Sentence = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServerChecks", x => x.Server);
                });

            migrationBuilder.CreateTable(
                name: "StopListEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Words = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Through = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StopListEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Tariffs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Periods = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tariffs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(450)", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BlankRanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Series = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    First = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ReceivedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlankRanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlankRanges_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CashEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Balance = table.Column<long>(type: "bigint", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Ground = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    EnteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnteredByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CashEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CashEntries_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KvellTerminals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ApiKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    SealedSecret = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedPrivateKey = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    PublicKey = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    IsTest = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KvellTerminals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KvellTerminals_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PledgedItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TicketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Description = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Metal = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Fineness = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Figures_Appraisal = table.Column<long>(type: "bigint", nullable: false),
                    Figures_Factor = table.Column<decimal>(type: "decimal(9,3)", precision: 9, scale: 3, nullable: false),
                    Figures_Gross = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    Figures_Inserts = table.Column<decimal>(type: "decimal(12,3)", precision: 12, scale: 3, nullable: false),
                    Figures_Loan = table.Column<long>(type: "bigint", nullable: false),
                    Figures_PricePerGram = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgedItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgedItems_PledgeTickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "PledgeTickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PledgeOperations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LoanDate = table.Column<DateOnly>(type: "date", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TicketId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PledgorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PledgorName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    TariffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssueDayBearsInterest = table.Column<bool>(type: "bit", nullable: false),
                    LoanAmount = table.Column<long>(type: "bigint", nullable: false),
                    CashAmount = table.Column<long>(type: "bigint", nullable: false),
                    PostedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PostedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    IsReceiptPrinted = table.Column<bool>(type: "bit", nullable: false),
                    ReceiptId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RevisionCount = table.Column<int>(type: "int", nullable: false),
                    ZeroedAmount = table.Column<long>(type: "bigint", nullable: true),
                    ZeroedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ZeroedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ZeroedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ZeroedReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgeOperations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgeOperations_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PledgeOperations_PledgeTickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "PledgeTickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PledgeOperations_Pledgors_PledgorId",
                        column: x => x.PledgorId,
                        principalTable: "Pledgors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PledgorQuestionnaires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PledgorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FilledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FilledBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ConsentSignedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Answers_ActsForHimself = table.Column<bool>(type: "bit", nullable: false),
                    Answers_Beneficiary = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_IsOfficialsRelative = table.Column<bool>(type: "bit", nullable: false),
                    Answers_IsOwnBeneficiary = table.Column<bool>(type: "bit", nullable: false),
                    Answers_IsPublicOfficial = table.Column<bool>(type: "bit", nullable: false),
                    Answers_LoanPurpose = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_Note = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_Reminders = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_Representative = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_RightOfStay = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_Risk = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_SourceOfFunds = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Answers_Work = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ListCheck_By = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ListCheck_CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ListCheck_IsClear = table.Column<bool>(type: "bit", nullable: false),
                    PassportCheck_By = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    PassportCheck_CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PassportCheck_IsClear = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PledgorQuestionnaires", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PledgorQuestionnaires_Pledgors_PledgorId",
                        column: x => x.PledgorId,
                        principalTable: "Pledgors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketBlanks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RangeId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsPlainPaper = table.Column<bool>(type: "bit", nullable: false),
                    Series = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TicketOrdinal = table.Column<int>(type: "int", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UsedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SpoiltReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketBlanks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TicketBlanks_BlankRanges_RangeId",
                        column: x => x.RangeId,
                        principalTable: "BlankRanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CardTopUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OperationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    PledgorName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OperationNumber = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    KvellId = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Commission = table.Column<long>(type: "bigint", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UndecidedSince = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attention = table.Column<int>(type: "int", nullable: false),
                    Message = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    LeaseOwner = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    NextActionAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Presentation = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    DecisionCount = table.Column<int>(type: "int", nullable: false),
                    Proposed = table.Column<int>(type: "int", nullable: true),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProposalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SearchName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    CardMask = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: true, collation: "Latin1_General_100_BIN2"),
                    CardEnd = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: true, collation: "Latin1_General_100_BIN2"),
                    WaivedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LoanDay_Date = table.Column<DateOnly>(type: "date", nullable: false),
                    LoanDay_EndsAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LoanDay_StartsAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardTopUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CardTopUps_PledgeOperations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "PledgeOperations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LoanRevisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OperationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    FromDate = table.Column<DateOnly>(type: "date", nullable: false),
                    ToDate = table.Column<DateOnly>(type: "date", nullable: false),
                    FromTariffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToTariffId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SpoiltBlank = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    MadeBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MadeByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanRevisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LoanRevisions_PledgeOperations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "PledgeOperations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OperationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Cash = table.Column<long>(type: "bigint", nullable: false),
                    Cashless = table.Column<long>(type: "bigint", nullable: false),
                    PrintedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PrintedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PrintedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_PledgeOperations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "PledgeOperations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BlankMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BlankId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BranchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    To = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    TicketOrdinal = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BlankMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BlankMoves_TicketBlanks_BlankId",
                        column: x => x.BlankId,
                        principalTable: "TicketBlanks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TopUpAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TopUpId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Transaction = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    CardMask = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false),
                    TerminalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ApiKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    IsTest = table.Column<bool>(type: "bit", nullable: false),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedBody = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SendCount = table.Column<int>(type: "int", nullable: false),
                    SendsThatMayHaveLeft = table.Column<int>(type: "int", nullable: false),
                    LastSendLeaseEnd = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastSendEndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WasAccepted = table.Column<bool>(type: "bit", nullable: false),
                    LastSendRefused = table.Column<bool>(type: "bit", nullable: false),
                    NotFoundAfterSend = table.Column<int>(type: "int", nullable: false),
                    CheckAnchor = table.Column<DateTime>(type: "datetime2", nullable: false),
                    LastCheckStartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PostponeCount = table.Column<int>(type: "int", nullable: false),
                    ConfirmCount = table.Column<int>(type: "int", nullable: false),
                    IsConfirmOpen = table.Column<bool>(type: "bit", nullable: false),
                    LastConfirmEnd = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedBy = table.Column<int>(type: "int", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClearedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UnansweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsPaid = table.Column<bool>(type: "bit", nullable: false),
                    IsPaidByHand = table.Column<bool>(type: "bit", nullable: false),
                    IsTakenBack = table.Column<bool>(type: "bit", nullable: false),
                    LastAnswer = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    NextActionAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopUpAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TopUpAttempts_CardTopUps_TopUpId",
                        column: x => x.TopUpId,
                        principalTable: "CardTopUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TopUpDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TopUpId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ordinal = table.Column<int>(type: "int", nullable: false),
                    AttemptNumber = table.Column<int>(type: "int", nullable: false),
                    Event = table.Column<int>(type: "int", nullable: false),
                    Decision = table.Column<int>(type: "int", nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnswerNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FileType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    FileSize = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopUpDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TopUpDecisions_CardTopUps_TopUpId",
                        column: x => x.TopUpId,
                        principalTable: "CardTopUps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TopUpDecisionFiles",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Bytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TopUpDecisionFiles", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_TopUpDecisionFiles_TopUpDecisions_EntryId",
                        column: x => x.EntryId,
                        principalTable: "TopUpDecisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AspNetRoles",
                columns: new[] { "Id", "ConcurrencyStamp", "Name", "NormalizedName" },
                values: new object[,]
                {
                    { new Guid("0b1a9c5e-0000-4000-8000-000000000200"), "0b1a9c5e-0000-4000-8000-000000000200", "Receiver", "RECEIVER" },
                    { new Guid("0b1a9c5e-0000-4000-8000-000000000201"), "0b1a9c5e-0000-4000-8000-000000000201", "FullRights", "FULLRIGHTS" },
                    { new Guid("0b1a9c5e-0000-4000-8000-000000000202"), "0b1a9c5e-0000-4000-8000-000000000202", "Administrator", "ADMINISTRATOR" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true,
                filter: "[NormalizedName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_BlankMoves_BlankId_Ordinal",
                table: "BlankMoves",
                columns: new[] { "BlankId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BlankMoves_BranchId_At",
                table: "BlankMoves",
                columns: new[] { "BranchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BlankMoves_DraftId_TicketOrdinal",
                table: "BlankMoves",
                columns: new[] { "DraftId", "TicketOrdinal" });

            migrationBuilder.CreateIndex(
                name: "IX_BlankRanges_BranchId_ReceivedAt",
                table: "BlankRanges",
                columns: new[] { "BranchId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Branches_DocumentPrefix",
                table: "Branches",
                column: "DocumentPrefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_Amount_Id",
                table: "CardTopUps",
                columns: new[] { "Amount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_BranchId_Amount_Id",
                table: "CardTopUps",
                columns: new[] { "BranchId", "Amount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_BranchId_CreatedAt_Id",
                table: "CardTopUps",
                columns: new[] { "BranchId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_BranchId_Number",
                table: "CardTopUps",
                columns: new[] { "BranchId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_BranchId_State_CreatedAt_Id",
                table: "CardTopUps",
                columns: new[] { "BranchId", "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_CardEnd",
                table: "CardTopUps",
                column: "CardEnd");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_CardMask",
                table: "CardTopUps",
                column: "CardMask");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_CreatedAt_Id",
                table: "CardTopUps",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_Flagged",
                table: "CardTopUps",
                columns: new[] { "CreatedAt", "Id" },
                filter: "\"Attention\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_FlaggedInBranch",
                table: "CardTopUps",
                columns: new[] { "BranchId", "CreatedAt", "Id" },
                filter: "\"Attention\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_NextActionAt",
                table: "CardTopUps",
                column: "NextActionAt");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_Number_Id",
                table: "CardTopUps",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_OperationId",
                table: "CardTopUps",
                column: "OperationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_Proposed",
                table: "CardTopUps",
                columns: new[] { "CreatedAt", "Id" },
                filter: "\"Proposed\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_ProposedInBranch",
                table: "CardTopUps",
                columns: new[] { "BranchId", "CreatedAt", "Id" },
                filter: "\"Proposed\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_SearchName",
                table: "CardTopUps",
                column: "SearchName");

            migrationBuilder.CreateIndex(
                name: "IX_CardTopUps_State_CreatedAt_Id",
                table: "CardTopUps",
                columns: new[] { "State", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CardVerifications_DraftId_At",
                table: "CardVerifications",
                columns: new[] { "DraftId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CashEntries_BranchId_At",
                table: "CashEntries",
                columns: new[] { "BranchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CashEntries_BranchId_Ordinal",
                table: "CashEntries",
                columns: new[] { "BranchId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CashEntries_ReceiptId",
                table: "CashEntries",
                column: "ReceiptId",
                unique: true,
                filter: "[ReceiptId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Changes_At",
                table: "Changes",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_CheckNotes_DocumentKey",
                table: "CheckNotes",
                column: "DocumentKey");

            migrationBuilder.CreateIndex(
                name: "IX_CheckNotes_Person",
                table: "CheckNotes",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_CheckNotes_PledgorId",
                table: "CheckNotes",
                column: "PledgorId");

            migrationBuilder.CreateIndex(
                name: "IX_ChosenCards_ForgetAt",
                table: "ChosenCards",
                column: "ForgetAt");

            migrationBuilder.CreateIndex(
                name: "IX_EndedSessions_EndedAt",
                table: "EndedSessions",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_FullCostCaps_Kind_From",
                table: "FullCostCaps",
                columns: new[] { "Kind", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_ErrorCode",
                table: "GatewayRequests",
                column: "ErrorCode");

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_Method_StartedAt_Id",
                table: "GatewayRequests",
                columns: new[] { "Method", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_Method_Succeeded_StartedAt_Id",
                table: "GatewayRequests",
                columns: new[] { "Method", "Succeeded", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_SearchDocument",
                table: "GatewayRequests",
                column: "SearchDocument");

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_SearchError",
                table: "GatewayRequests",
                column: "SearchError");

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_StartedAt_Id",
                table: "GatewayRequests",
                columns: new[] { "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_Succeeded_StartedAt_Id",
                table: "GatewayRequests",
                columns: new[] { "Succeeded", "StartedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GatewayRequests_TopUpId",
                table: "GatewayRequests",
                column: "TopUpId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupDrafts_BranchId_ClosedAt",
                table: "GroupDrafts",
                columns: new[] { "BranchId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_KvellTerminals_BranchId_Version",
                table: "KvellTerminals",
                columns: new[] { "BranchId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LoanRevisions_OperationId_Number",
                table: "LoanRevisions",
                columns: new[] { "OperationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MetalPrices_Metal_Fineness_From",
                table: "MetalPrices",
                columns: new[] { "Metal", "Fineness", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgedItems_TicketId_Ordinal",
                table: "PledgedItems",
                columns: new[] { "TicketId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_BranchId_IsReceiptPrinted_PostedAt_Id",
                table: "PledgeOperations",
                columns: new[] { "BranchId", "IsReceiptPrinted", "PostedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_BranchId_LoanAmount_Id",
                table: "PledgeOperations",
                columns: new[] { "BranchId", "LoanAmount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_BranchId_Number",
                table: "PledgeOperations",
                columns: new[] { "BranchId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_BranchId_PostedAt_Id",
                table: "PledgeOperations",
                columns: new[] { "BranchId", "PostedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_DraftId",
                table: "PledgeOperations",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_IsReceiptPrinted_PostedAt_Id",
                table: "PledgeOperations",
                columns: new[] { "IsReceiptPrinted", "PostedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_LoanAmount_Id",
                table: "PledgeOperations",
                columns: new[] { "LoanAmount", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_Number_Id",
                table: "PledgeOperations",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_PledgorId",
                table: "PledgeOperations",
                column: "PledgorId");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_PostedAt_Id",
                table: "PledgeOperations",
                columns: new[] { "PostedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_SearchName",
                table: "PledgeOperations",
                column: "SearchName");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_TariffId_LoanDate",
                table: "PledgeOperations",
                columns: new[] { "TariffId", "LoanDate" });

            migrationBuilder.CreateIndex(
                name: "IX_PledgeOperations_TicketId",
                table: "PledgeOperations",
                column: "TicketId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgeTickets_BlankNumber",
                table: "PledgeTickets",
                column: "BlankNumber");

            migrationBuilder.CreateIndex(
                name: "IX_PledgeTickets_DraftId_Ordinal",
                table: "PledgeTickets",
                columns: new[] { "DraftId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PledgorQuestionnaires_PledgorId_FilledAt",
                table: "PledgorQuestionnaires",
                columns: new[] { "PledgorId", "FilledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pledgors_DocumentKey",
                table: "Pledgors",
                column: "DocumentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pledgors_SearchDocument",
                table: "Pledgors",
                column: "SearchDocument");

            migrationBuilder.CreateIndex(
                name: "IX_Pledgors_SearchName",
                table: "Pledgors",
                column: "SearchName");

            migrationBuilder.CreateIndex(
                name: "IX_Pledgors_SearchNumber",
                table: "Pledgors",
                column: "SearchNumber");

            migrationBuilder.CreateIndex(
                name: "IX_Pledgors_SearchPhone",
                table: "Pledgors",
                column: "SearchPhone");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_OperationId_PrintedAt",
                table: "Receipts",
                columns: new[] { "OperationId", "PrintedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_ReversesId",
                table: "Receipts",
                column: "ReversesId",
                unique: true,
                filter: "[ReversesId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tariffs_LineId_Number",
                table: "Tariffs",
                columns: new[] { "LineId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TicketBlanks_BranchId_State_Series_Ordinal",
                table: "TicketBlanks",
                columns: new[] { "BranchId", "State", "Series", "Ordinal" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketBlanks_DraftId",
                table: "TicketBlanks",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_TicketBlanks_RangeId",
                table: "TicketBlanks",
                column: "RangeId");

            migrationBuilder.CreateIndex(
                name: "IX_TicketBlanks_Series_Ordinal",
                table: "TicketBlanks",
                columns: new[] { "Series", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TopUpAttempts_TopUpId_Number",
                table: "TopUpAttempts",
                columns: new[] { "TopUpId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TopUpAttempts_Transaction",
                table: "TopUpAttempts",
                column: "Transaction",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TopUpDecisions_TopUpId_Ordinal",
                table: "TopUpDecisions",
                columns: new[] { "TopUpId", "Ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountingPolicies");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "BankSettings");

            migrationBuilder.DropTable(
                name: "BlankMoves");

            migrationBuilder.DropTable(
                name: "CardVerifications");

            migrationBuilder.DropTable(
                name: "CashEntries");

            migrationBuilder.DropTable(
                name: "Changes");

            migrationBuilder.DropTable(
                name: "CheckNotes");

            migrationBuilder.DropTable(
                name: "ChosenCards");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DocumentCounters");

            migrationBuilder.DropTable(
                name: "EndedSessions");

            migrationBuilder.DropTable(
                name: "FullCostCaps");

            migrationBuilder.DropTable(
                name: "GatewayRequests");

            migrationBuilder.DropTable(
                name: "GeneralSettings");

            migrationBuilder.DropTable(
                name: "GroupDrafts");

            migrationBuilder.DropTable(
                name: "KvellTerminals");

            migrationBuilder.DropTable(
                name: "LoanRevisions");

            migrationBuilder.DropTable(
                name: "MetalPrices");

            migrationBuilder.DropTable(
                name: "PledgedItems");

            migrationBuilder.DropTable(
                name: "PledgorQuestionnaires");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "ServerChecks");

            migrationBuilder.DropTable(
                name: "StopListEntries");

            migrationBuilder.DropTable(
                name: "Tariffs");

            migrationBuilder.DropTable(
                name: "TopUpAttempts");

            migrationBuilder.DropTable(
                name: "TopUpDecisionFiles");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "TicketBlanks");

            migrationBuilder.DropTable(
                name: "TopUpDecisions");

            migrationBuilder.DropTable(
                name: "BlankRanges");

            migrationBuilder.DropTable(
                name: "CardTopUps");

            migrationBuilder.DropTable(
                name: "PledgeOperations");

            migrationBuilder.DropTable(
                name: "Branches");

            migrationBuilder.DropTable(
                name: "PledgeTickets");

            migrationBuilder.DropTable(
                name: "Pledgors");
        }
    }
}
